package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the reading verbs ask of one namespace, in ECS's nouns. */
record EcsObjects(KubernetesClient client, String namespace) {
  static EcsObjects in(Connection where) {
    return new EcsObjects(where.client(), where.namespace());
  }

  List<Service> services() {
    return client.resources(Service.class).inNamespace(namespace).list().getItems().stream()
        .sorted(Comparator.comparing(EcsObjects::name))
        .toList();
  }

  /** The service with that ECS name or ARN; refused in ECS's words when there is none. */
  Service service(String nameOrArn) {
    String name = Arns.name(nameOrArn, "service");
    return services().stream()
        .filter(it -> name(it).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.REFUSED,
                    "Service not found: no Service named %s in namespace %s; `longshore services` lists them."
                        .formatted(name, namespace)));
  }

  /** Tasks of all services, and those that run on their own. */
  List<Task> tasks() {
    return Stream.concat(
            tasks(Labels.SERVICE).stream(),
            new StandaloneTasks(client, namespace).all().stream().map(Task::of))
        .toList();
  }

  List<Task> tasks(Service service) {
    return tasks(selector(service));
  }

  /** Tasks of the service of that name, newest first; none where the user may not look. */
  List<Task> newestTasks(String service) {
    String selector = Labels.SERVICE + "=" + Names.labelValue(service);
    return ClientCatalog.seen(() -> pods(selector)).orElse(List.of()).stream()
        .sorted(
            Comparator.comparing((Pod it) -> it.getMetadata().getCreationTimestamp()).reversed())
        .map(Task::of)
        .toList();
  }

  /** What stands for a service in the cluster, of one kind. */
  <T extends HasMetadata> List<T> children(Service service, Class<T> kind) {
    return client
        .resources(kind)
        .inNamespace(namespace)
        .withLabelSelector(selector(service))
        .list()
        .getItems();
  }

  List<Pod> pods(Service service) {
    return pods(selector(service));
  }

  List<Pod> pods(String selector) {
    return client.pods().inNamespace(namespace).withLabelSelector(selector).list().getItems();
  }

  private List<Task> tasks(String selector) {
    return pods(selector).stream()
        .map(Task::of)
        .sorted(Comparator.comparing(Task::group).thenComparing(Task::taskId))
        .toList();
  }

  /** Every object of a kind that has the labels. */
  <T extends HasMetadata> List<T> labelled(Class<T> kind, Map<String, String> labels) {
    return client.resources(kind).inNamespace(namespace).withLabels(labels).list().getItems();
  }

  /** Of a kind that has no namespace. */
  <T extends HasMetadata> List<T> list(Class<T> kind) {
    return client.resources(kind).list().getItems();
  }

  /** Newest first within a family. */
  List<TaskDefinitionRevision> revisions() {
    Comparator<TaskDefinitionRevision> byFamily = Comparator.comparing(Revisions::family);
    return client
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .sorted(byFamily.thenComparing(Comparator.comparingInt(Revisions::number).reversed()))
        .toList();
  }

  static String name(Service service) {
    String name = service.getSpec().serviceName();
    return name == null || name.isEmpty() ? service.getMetadata().getName() : name;
  }

  /** Selects the children and the tasks of a service. */
  static String selector(Service service) {
    return Labels.SERVICE + "=" + Names.labelValue(name(service));
  }
}
