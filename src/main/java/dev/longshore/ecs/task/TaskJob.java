package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Labels;
import dev.longshore.ecs.placement.PlacementRequest;
import dev.longshore.ecs.podspec.Lifetime;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import dev.longshore.ecs.podspec.SecurityGroups;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Job of one task, rendered once. Nothing makes it start a second pod: no retry, and a pod that
 * is going counts until it is gone. The pod stays until Longshore has recorded how it ended.
 */
record TaskJob(ServerFeatures server) {
  /** Where the Job of a task is found. */
  static Job named(Task task) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(TaskNames.job(task))
        .withNamespace(task.getMetadata().getNamespace())
        .endMetadata()
        .build();
  }

  Job render(Task task, TaskInputs inputs) {
    TaskFacts facts = TaskFacts.of(inputs, TaskTags.of(task.getSpec(), inputs.definition()));
    Map<String, String> labels = TaskNames.labels(task, facts, task.getSpec().launchType());
    return new JobBuilder()
        .withNewMetadata()
        .withName(TaskNames.job(task))
        .withNamespace(task.getMetadata().getNamespace())
        .withLabels(labels)
        .withAnnotations(
            new TreeMap<>(
                Map.of(
                    Labels.NAME,
                    task.getMetadata().getName(),
                    Labels.TASK_DEFINITION,
                    facts.taskDefinition())))
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withCompletions(1)
        .withParallelism(1)
        .withPodReplacementPolicy("Failed")
        .withTemplate(template(task, inputs, facts, labels))
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(
      Task task, TaskInputs inputs, TaskFacts facts, Map<String, String> labels) {
    PodTemplateSpec template =
        PodTemplates.render(
            new PodInputs(
                inputs.definition(),
                SecurityGroups.with(labels, task.getSpec().networkConfiguration()),
                annotations(task, facts),
                new AwsReferences(inputs.bindings()),
                inputs.placement().nodeSelector(),
                inputs.placement().tolerations(),
                0,
                inputs.restricted(),
                Lifetime.TASK,
                facts.tags(),
                VolumeConfigurations.of(task.getSpec().volumeConfigurations()).launched(),
                server));
    template.getMetadata().setFinalizers(List.of(Labels.RECORD));
    ArrayIndex.write(template.getSpec(), task);
    deadline(task).ifPresent(template.getSpec()::setActiveDeadlineSeconds);
    String group = String.valueOf(labels.get(Labels.TASK_GROUP));
    Map<String, String> tasks = Map.of(Labels.TASK_GROUP, group);
    TaskChecks.placement(task.getSpec())
        .write(template.getSpec(), new PlacementRequest.Tasks(tasks, tasks));
    return template;
  }

  private static Optional<Long> deadline(Task task) {
    return Optional.ofNullable(task.getSpec().kubernetes())
        .map(TaskKubernetes::activeDeadlineSeconds)
        .map(Integer::longValue);
  }

  private static Map<String, String> annotations(Task task, TaskFacts facts) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(Labels.NAME, task.getMetadata().getName());
    annotations.put(Labels.TASK_DEFINITION, facts.taskDefinition());
    annotations.put(Labels.TASK_FACTS, facts.write());
    String startedBy = task.getSpec().startedBy();
    if (startedBy != null && !startedBy.isEmpty()) {
      annotations.put(Labels.STARTED_BY, startedBy);
    }
    return annotations;
  }
}
