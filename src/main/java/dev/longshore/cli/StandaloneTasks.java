package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tasks of a namespace that run on their own, as the verbs about tasks ask for them. */
record StandaloneTasks(KubernetesClient client, String namespace) {
  static StandaloneTasks in(Connection where) {
    return new StandaloneTasks(where.client(), where.namespace());
  }

  /** By group and age. */
  List<Task> all() {
    return client.resources(Task.class).inNamespace(namespace).list().getItems().stream()
        .sorted(
            Comparator.comparing(
                    (Task it) -> Objects.requireNonNullElse(it.getSpec().taskDefinition(), ""))
                .thenComparing(it -> it.getMetadata().getCreationTimestamp()))
        .toList();
  }

  List<Task> labelled(String label, String value) {
    return client
        .resources(Task.class)
        .inNamespace(namespace)
        .withLabel(label, value)
        .list()
        .getItems()
        .stream()
        .sorted(Comparator.comparing(it -> it.getMetadata().getName()))
        .toList();
  }

  Optional<Task> find(String name) {
    return Optional.ofNullable(
        client.resources(Task.class).inNamespace(namespace).withName(name).get());
  }

  /** The task of that name, id or ARN; refused in ECS's words when there is none. */
  Task named(String text) {
    return search(text).orElseThrow(() -> missing(text));
  }

  /** The task of that name, id or ARN. */
  Optional<Task> search(String text) {
    String name = Arns.name(text, "task");
    return find(name).or(() -> all().stream().filter(it -> id(it).equals(name)).findFirst());
  }

  Refusal missing(String text) {
    return new Refusal(
        Refusal.REFUSED,
        "The referenced task was not found: no Task %s in namespace %s; `longshore tasks` lists them."
            .formatted(Arns.name(text, "task"), namespace));
  }

  void delete(Task task) {
    client.resource(task).inNamespace(namespace).delete();
  }

  void patch(Task task, String patch) {
    client
        .resources(Task.class)
        .inNamespace(namespace)
        .withName(task.getMetadata().getName())
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  Optional<Pod> pod(Task task) {
    return client
        .pods()
        .inNamespace(namespace)
        .withLabel(Labels.TASK, id(task))
        .list()
        .getItems()
        .stream()
        .findFirst();
  }

  static String id(Task task) {
    return task.getMetadata().getUid().replace("-", "");
  }
}
