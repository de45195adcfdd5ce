package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A task's Job and pod from a few words: {@code placed}, {@code phase=Failed}, {@code why=Evicted},
 * {@code disrupted=DeletionByTaintManager}, {@code deleted=30} (second of the request), and for
 * each container {@code app:running}, {@code app:wait=ImagePullBackOff}, {@code app:exit=3\@20} or
 * {@code app:end=OOMKilled,137\@20}. The container {@code log} is not essential. Time starts at
 * {@link #T0}.
 */
final class Seen {
  static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final int GRACE = 30;

  private final PodBuilder pod = new PodBuilder();

  private Seen(String facts) {
    pod.withNewMetadata()
        .withName("job-x")
        .withCreationTimestamp(T0.toString())
        .addToAnnotations(Labels.TASK_FACTS, facts)
        .addToFinalizers(Labels.RECORD)
        .endMetadata();
    pod.withNewSpec().endSpec().withNewStatus().endStatus();
  }

  static TaskObserved of(String words) {
    return of(words, "");
  }

  static TaskObserved of(String words, String provider) {
    Seen seen = new Seen(facts(provider).write());
    for (String word : words.strip().split("\\s+")) {
      seen.word(word);
    }
    return TaskObserved.of(List.of(job()), List.of(seen.pod.build()));
  }

  static Instant at(int second) {
    return T0.plusSeconds(second);
  }

  static Job job() {
    return new JobBuilder()
        .withNewMetadata()
        .withName("job")
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static TaskFacts facts(String provider) {
    TaskDefinitionSpec definition =
        Mappers.json()
            .convertValue(
                Map.of(
                    "containerDefinitions",
                    List.of(container("app", true), container("log", false))),
                TaskDefinitionSpec.class);
    return new TaskFacts("default", "web:3", provider, definition, List.of());
  }

  private static ContainerDefinition container(String name, boolean essential) {
    return Mappers.json()
        .convertValue(
            Map.of("name", name, "image", "example/" + name, "essential", essential),
            ContainerDefinition.class);
  }

  private void word(String word) {
    String[] parts = word.split("=", 2);
    switch (parts[0]) {
      case "" -> {}
      case "placed" -> {
        pod.editSpec().withNodeName("node-1").endSpec();
        condition("PodScheduled", "True", "", "");
      }
      case "unplaced" ->
          condition("PodScheduled", "False", "Unschedulable", parts[1].replace('_', ' '));
      case "phase" -> pod.editStatus().withPhase(parts[1]).endStatus();
      case "why" ->
          pod.editStatus().withReason(parts[1]).withMessage("The node was low on it.").endStatus();
      case "disrupted" -> condition("DisruptionTarget", "True", parts[1], "");
      case "deleted" ->
          pod.editMetadata()
              .withDeletionTimestamp(at(Integer.parseInt(parts[1]) + GRACE).toString())
              .withDeletionGracePeriodSeconds((long) GRACE)
              .endMetadata();
      default -> container(word.split(":", 2));
    }
  }

  private void condition(String type, String status, String reason, String message) {
    pod.editStatus()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastTransitionTime(T0.toString())
        .endCondition()
        .endStatus();
  }

  private void container(String[] named) {
    String[] parts = named[1].split("[=@]");
    ContainerStateBuilder state = new ContainerStateBuilder();
    switch (parts[0]) {
      case "running" -> state.withNewRunning(at(10).toString());
      case "wait" -> state.withNewWaiting("said so", parts[1]);
      case "exit" -> end(state, parts[1].equals("0") ? "Completed" : "Error", parts[1], parts[2]);
      case "end" -> end(state, parts[1].split(",")[0], parts[1].split(",")[1], parts[2]);
      default -> throw new IllegalArgumentException(named[1]);
    }
    pod.editStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder().withName(named[0]).withState(state.build()).build())
        .endStatus();
  }

  private static void end(ContainerStateBuilder state, String reason, String code, String second) {
    state
        .withNewTerminated()
        .withReason(reason)
        .withMessage("said so")
        .withExitCode(Integer.valueOf(code))
        .withStartedAt(at(10).toString())
        .withFinishedAt(at(Integer.parseInt(second)).toString())
        .endTerminated();
  }

  /** The pod alone. */
  static Pod pod(String words) {
    return of(words).pod().orElseThrow();
  }
}
