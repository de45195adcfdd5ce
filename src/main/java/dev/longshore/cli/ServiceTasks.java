package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.task.ServiceTask;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks that services started: their pods, and what is told of those that are gone. */
record ServiceTasks(EcsObjects objects) {
  static ServiceTasks in(Connection where) {
    return new ServiceTasks(EcsObjects.in(where));
  }

  /** The pod of that name, task id or ARN; none where the user may not look. */
  Optional<Pod> pod(String text) {
    String name = Arns.name(text, "task");
    return ClientCatalog.seen(() -> objects.pods(Labels.SERVICE)).orElse(List.of()).stream()
        .filter(it -> List.of(TaskPods.id(it), it.getMetadata().getName()).contains(name))
        .findFirst();
  }

  /** The task as DescribeTasks shows it, also when it is gone and its service still knows it. */
  Optional<Task> described(String text) {
    return pod(text)
        .map(this::described)
        .or(
            () ->
                objects.services().stream()
                    .flatMap(
                        service ->
                            stopped(service, Arns.name(text, "task"))
                                .map(it -> ServiceTask.gone(it, EcsObjects.name(service))))
                    .findFirst());
  }

  /** The same of a pod that was found. */
  Task described(Pod pod) {
    Optional<StoppedTask> record =
        objects.services().stream().flatMap(it -> stopped(it, TaskPods.id(pod))).findFirst();
    return new ServiceTask(pod, definition(pod), record)
        .described(Clock.fixed(Instant.now(), ZoneOffset.UTC));
  }

  /** Of its revision; an empty one when that is gone. */
  private TaskDefinitionSpec definition(Pod pod) {
    String revision = dev.longshore.cli.Task.of(pod).taskDefinition();
    return objects.revisions().stream()
        .filter(it -> Revisions.name(it).equals(revision))
        .findFirst()
        .map(TaskDefinitionRevision::getSpec)
        .orElseGet(
            () ->
                Mappers.json()
                    .convertValue(Mappers.json().createObjectNode(), TaskDefinitionSpec.class));
  }

  private static Stream<StoppedTask> stopped(Service service, String id) {
    return Stream.ofNullable(service.getStatus())
        .map(ServiceStatus::stoppedTasks)
        .flatMap(List::stream)
        .filter(it -> id.equals(Arns.name(String.valueOf(it.taskArn()), "task")));
  }
}
