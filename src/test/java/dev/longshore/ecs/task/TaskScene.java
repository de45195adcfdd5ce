package dev.longshore.ecs.task;

import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.testing.Stillness;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/** One namespace with the task {@code job}: what a user does and sees there. */
record TaskScene(KubernetesClient client, String namespace) {

  /** Registers a family of one container, given the lines of the container. */
  void register(String family, String... container) {
    apply(
        "TaskDefinition",
        family,
        "containerDefinitions:",
        "- name: app",
        Stream.of(container).map(line -> "  " + line).collect(Collectors.joining("\n")));
  }

  void task(String... spec) {
    apply("Task", "job", spec);
  }

  void apply(String kind, String name, String... spec) {
    String lines =
        Stream.of(spec)
            .flatMap(String::lines)
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n"));
    client
        .resource(
            "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n%s\n"
                .formatted(kind, name, namespace, lines))
        .inNamespace(namespace)
        .serverSideApply();
  }

  void stop(String reason) {
    patch(
        "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"STOPPED\",\"stopReason\":\"%s\"}}}"
            .formatted(reason));
  }

  void patch(String patch) {
    client
        .resources(Task.class)
        .inNamespace(namespace)
        .withName("job")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  Task object() {
    return client.resources(Task.class).inNamespace(namespace).withName("job").get();
  }

  TaskStatus status() {
    Task task = object();
    return task == null ? null : task.getStatus();
  }

  String lastStatus() {
    TaskStatus status = status();
    return status == null ? "no status" : status.lastStatus();
  }

  /** {@code type status reason: message} of the condition Ready. */
  String ready() {
    TaskStatus status = status();
    return status == null
        ? "no status"
        : status.conditions().stream()
            .filter(it -> it.getType().equals("Ready"))
            .map(it -> it.getStatus() + " " + it.getReason() + ": " + it.getMessage())
            .findFirst()
            .orElse("no Ready");
  }

  List<Job> jobs() {
    return client.batch().v1().jobs().inNamespace(namespace).list().getItems();
  }

  List<Pod> pods() {
    return client.pods().inNamespace(namespace).list().getItems();
  }

  Map<String, String> versions() {
    return Stillness.versions(
        Stream.of(
                client.resources(Task.class).inNamespace(namespace).list().getItems(),
                jobs(),
                pods())
            .flatMap(List::stream));
  }

  /** Once they are at rest, nothing of the tasks is written any more. */
  void staysAsItIs() {
    staysAsItIs(() -> {});
  }

  void staysAsItIs(Runnable meanwhile) {
    Stillness.holds(this::versions, meanwhile);
  }

  void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
