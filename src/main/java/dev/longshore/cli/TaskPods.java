package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Arns;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pods behind what a user calls a task or a service, for the verbs that look into containers. */
record TaskPods(EcsObjects objects, StandaloneTasks tasks) {
  private static final String SERVICE = "service/";
  private static final String TASK = "task/";

  static TaskPods in(Connection where) {
    return new TaskPods(EcsObjects.in(where), StandaloneTasks.in(where));
  }

  /**
   * Pods of a service, or the one of a task.
   *
   * @param text {@code service/NAME}, {@code task/NAME}, an ARN, or a name or id alone: a
   *     service's, else a task's
   * @return at least one; {@link Refusal} when nothing has that name or its pods are gone
   */
  List<Pod> named(String text) {
    Optional<Service> service = service(text);
    List<Pod> pods =
        service.isPresent() ? objects.pods(service.get()) : task(text).stream().toList();
    if (pods.isEmpty()) {
      throw new Refusal(
          Refusal.REFUSED, text + " has no pod: nothing of it runs, and what ended is gone.");
    }
    return pods;
  }

  private Optional<Service> service(String text) {
    if (text.startsWith(SERVICE) || Arns.resource(text, "service").isPresent()) {
      String name = text.startsWith(SERVICE) ? text.substring(SERVICE.length()) : text;
      return Optional.of(objects.service(name));
    }
    return objects.services().stream().filter(it -> EcsObjects.name(it).equals(text)).findFirst();
  }

  /** A service's task is its pod; one of its own is an object that may have a pod. */
  private Optional<Pod> task(String text) {
    String name = text.startsWith(TASK) ? text.substring(TASK.length()) : text;
    return new ServiceTasks(objects).pod(name).or(() -> tasks.pod(tasks.named(name)));
  }

  /** Id of a service's task. */
  static String id(Pod pod) {
    return pod.getMetadata().getUid().replace("-", "");
  }

  /** Containers of a task in the order they start. */
  static List<String> containers(Pod pod) {
    return Stream.concat(
            pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
        .map(Container::getName)
        .toList();
  }

  /** Refuses a container that a task does not have. */
  static String container(Pod pod, String name) {
    if (!containers(pod).contains(name)) {
      throw new Refusal(
          Refusal.REFUSED,
          "--container: %s is no container of the task; it has %s."
              .formatted(name, String.join(", ", containers(pod))));
    }
    return name;
  }
}
