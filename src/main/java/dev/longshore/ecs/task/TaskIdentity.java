package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.EphemeralStorage;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Arns;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of DescribeTasks that say what a task is and where, not how it fares. */
record TaskIdentity(
    String taskArn,
    String clusterArn,
    @Nullable String taskDefinitionArn,
    @Nullable String containerInstanceArn,
    @Nullable String availabilityZone,
    @Nullable String connectivity,
    @Nullable String connectivityAt,
    String group,
    @Nullable String startedBy,
    @Nullable String launchType,
    @Nullable String capacityProviderName,
    @Nullable String platformFamily,
    @Nullable Boolean enableExecuteCommand,
    @Nullable TaskOverride overrides,
    @Nullable String cpu,
    @Nullable String memory,
    @Nullable EphemeralStorage ephemeralStorage,
    List<Tag> tags) {

  static TaskIdentity of(Task task, String cluster, TaskRun run) {
    Optional<TaskStatus> old = Optional.ofNullable(task.getStatus());
    Optional<TaskFacts> facts = run.seen().facts();
    Optional<TaskDefinitionSpec> definition = facts.map(TaskFacts::definition);
    Optional<String> node = Optional.of(run.seen().node()).filter(it -> !it.isEmpty());
    return new TaskIdentity(
        Arns.task(cluster, TaskNames.id(task)),
        Arns.cluster(cluster),
        known(facts.map(TaskIdentity::definitionArn), old.map(TaskStatus::taskDefinitionArn)),
        known(
            node.map(it -> Arns.containerInstance(cluster, it)),
            old.map(TaskStatus::containerInstanceArn)),
        known(zone(run), old.map(TaskStatus::availabilityZone)),
        known(node.map(it -> connectivity(run)), old.map(TaskStatus::connectivity)),
        known(old.map(TaskStatus::connectivityAt), placedAt(run)),
        TaskNames.group(task, family(task)),
        task.getSpec().startedBy(),
        known(facts.map(it -> launchType(task, it)), old.map(TaskStatus::launchType)),
        known(facts.map(TaskFacts::provider), old.map(TaskStatus::capacityProviderName)),
        known(facts.flatMap(it -> platform(task, it)), old.map(TaskStatus::platformFamily)),
        task.getSpec().enableExecuteCommand(),
        task.getSpec().overrides(),
        known(definition.map(TaskDefinitionSpec::cpu), old.map(TaskStatus::cpu)),
        known(definition.map(TaskDefinitionSpec::memory), old.map(TaskStatus::memory)),
        definition
            .map(TaskDefinitionSpec::ephemeralStorage)
            .or(() -> old.map(TaskStatus::ephemeralStorage))
            .orElse(null),
        facts.map(TaskFacts::tags).or(() -> old.map(TaskStatus::tags)).orElse(List.of()));
  }

  private static String definitionArn(TaskFacts facts) {
    return Arns.taskDefinition(facts.family(), Integer.parseInt(facts.revision()));
  }

  private static Optional<String> zone(TaskRun run) {
    return Optional.of(run.seen().zone()).filter(it -> !it.isEmpty());
  }

  /** Only Fargate tells it, and no other system than Linux can be asked for. */
  private static Optional<String> platform(Task task, TaskFacts facts) {
    return Optional.of("Linux").filter(it -> launchType(task, facts).equals("FARGATE"));
  }

  private static String family(Task task) {
    return TaskDefinitionReference.parse(String.valueOf(task.getSpec().taskDefinition())).family();
  }

  private static String connectivity(TaskRun run) {
    return run.seen().silent() ? "DISCONNECTED" : "CONNECTED";
  }

  private static Optional<String> placedAt(TaskRun run) {
    return run.seen().became("PodScheduled").map(Object::toString);
  }

  private static String launchType(Task task, TaskFacts facts) {
    String asked = Objects.requireNonNullElse(task.getSpec().launchType(), "");
    return !asked.isEmpty() ? asked : facts.provider().startsWith("FARGATE") ? "FARGATE" : "EC2";
  }

  private static @Nullable String known(Optional<String> one, Optional<String> other) {
    return one.or(() -> other).orElse(null);
  }
}
