package dev.longshore.ecs.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was settled when a task started. It travels with the pod as an annotation, so that a newer
 * revision, a changed cluster or a lost reference never changes what is told of a task.
 *
 * @param cluster ECS name
 * @param taskDefinition {@code family:revision}
 * @param provider capacity provider; empty when there is none
 * @param definition with the overrides, only the members that DescribeTasks and stop codes need
 */
record TaskFacts(
    String cluster,
    String taskDefinition,
    String provider,
    TaskDefinitionSpec definition,
    List<Tag> tags) {
  private static final List<String> TASK_MEMBERS =
      List.of("cpu", "memory", "ephemeralStorage", "containerDefinitions");
  private static final List<String> CONTAINER_MEMBERS =
      List.of(
          "name",
          "image",
          "cpu",
          "memory",
          "memoryReservation",
          "essential",
          "restartPolicy",
          "healthCheck",
          "dependsOn",
          "startTimeout");

  /** Empty members are left out of the annotation, so they are read back as none. */
  TaskFacts(
      String cluster,
      String taskDefinition,
      @Nullable String provider,
      TaskDefinitionSpec definition,
      @Nullable List<Tag> tags) {
    this.cluster = cluster;
    this.taskDefinition = taskDefinition;
    this.provider = provider == null ? "" : provider;
    this.definition = definition;
    this.tags = tags == null ? List.of() : List.copyOf(tags);
  }

  static TaskFacts of(TaskInputs inputs, List<Tag> tags) {
    return new TaskFacts(
        inputs.cluster(),
        inputs.taskDefinition(),
        inputs.placement().share().provider(),
        reduced(inputs.definition()),
        tags);
  }

  /** What the annotation holds; nothing when somebody damaged it. */
  static Optional<TaskFacts> read(@Nullable ObjectMeta metadata) {
    String json =
        metadata == null || metadata.getAnnotations() == null
            ? null
            : metadata.getAnnotations().get(Labels.TASK_FACTS);
    try {
      return json == null
          ? Optional.empty()
          : Optional.of(Mappers.json().readValue(json, TaskFacts.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String write() {
    return Mappers.canonical(this);
  }

  String family() {
    return taskDefinition.substring(0, taskDefinition.lastIndexOf(':'));
  }

  String revision() {
    return taskDefinition.substring(taskDefinition.lastIndexOf(':') + 1);
  }

  List<ContainerDefinition> containers() {
    return definition.containerDefinitions();
  }

  private static TaskDefinitionSpec reduced(TaskDefinitionSpec definition) {
    ObjectNode tree = Mappers.json().valueToTree(definition);
    tree.retain(TASK_MEMBERS);
    tree.path("containerDefinitions").forEach(it -> ((ObjectNode) it).retain(CONTAINER_MEMBERS));
    return Mappers.json().convertValue(tree, TaskDefinitionSpec.class);
  }
}
