package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task's Job and pod from a few words: {@code placed}, {@code phase=Failed}, {@code why=Evicted},
 * {@code disrupted=DeletionByTaintManager}, {@code deleted=30} (second of the request), and for
 * each container {@code app:running}, {@code app:wait=ImagePullBackOff}, {@code app:exit=3\@20} or
 * {@code app:end=OOMKilled,137\@20}; {@code app:policy} gives it a restartPolicy and {@code
 * app:ruled} the pod's rule for it, too. The container {@code log} is not essential; {@code proxy},
 * which is, is there when it is named; {@code log:first} has the others wait for its end. A
 * disruption is of {@link #T0}, where time starts, or as in {@code
 * disrupted=EvictionByEvictionAPI\@20}. {@code initialized=60} says when all that is waited for was
 * over.
 */
final class Seen {
  static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final int GRACE = 30;

  private final PodBuilder pod = new PodBuilder();
  private final Set<String> restarting = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> first = new HashSet<>();

  private Seen() {
    pod.withNewMetadata()
        .withName("job-x")
        .withCreationTimestamp(T0.toString())
        .addToFinalizers(Labels.RECORD)
        .endMetadata();
    pod.withNewSpec().endSpec().withNewStatus().endStatus();
  }

  static TaskObserved of(String words) {
    return of(words, "");
  }

  static TaskObserved of(String words, String provider) {
    Seen seen = new Seen();
    for (String word : words.strip().split("\\s+")) {
      seen.word(word);
    }
    Pod pod = seen.pod.build();
    pod.getMetadata().setAnnotations(Map.of(Labels.TASK_FACTS, seen.facts(provider).write()));
    return TaskObserved.of(List.of(job()), List.of(pod));
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

  private TaskFacts facts(String provider) {
    List<ContainerDefinition> containers =
        Stream.of("app", "log", "proxy")
            .filter(it -> !it.equals("proxy") || named.contains(it))
            .map(it -> container(it, !it.equals("log"), restarting.contains(it)))
            .toList();
    TaskDefinitionSpec definition =
        Mappers.json()
            .convertValue(Map.of("containerDefinitions", containers), TaskDefinitionSpec.class);
    return new TaskFacts("default", "web:3", provider, definition, List.of());
  }

  private static ContainerDefinition container(String name, boolean essential, boolean restarting) {
    return Mappers.json()
        .convertValue(
            Map.of(
                "name",
                name,
                "image",
                "example/" + name,
                "essential",
                essential,
                "restartPolicy",
                Map.of("enabled", restarting)),
            ContainerDefinition.class);
  }

  private void word(String word) {
    String[] parts = word.split("=", 2);
    switch (parts[0]) {
      case "" -> {}
      case "placed" -> {
        pod.editSpec().withNodeName("node-1").endSpec();
        condition("PodScheduled", "True", "", "", T0);
      }
      case "initialized" ->
          condition("Initialized", "True", "", "", at(Integer.parseInt(parts[1])));
      case "unplaced" ->
          condition("PodScheduled", "False", "Unschedulable", parts[1].replace('_', ' '), T0);
      case "phase" -> pod.editStatus().withPhase(parts[1]).endStatus();
      case "why" ->
          pod.editStatus().withReason(parts[1]).withMessage("The node was low on it.").endStatus();
      case "disrupted" -> {
        String[] reason = (parts[1] + "@0").split("@");
        condition("DisruptionTarget", "True", reason[0], "", at(Integer.parseInt(reason[1])));
      }
      case "deleted" ->
          pod.editMetadata()
              .withDeletionTimestamp(at(Integer.parseInt(parts[1]) + GRACE).toString())
              .withDeletionGracePeriodSeconds((long) GRACE)
              .endMetadata();
      default -> container(word.split(":", 2));
    }
  }

  private void condition(String type, String status, String reason, String message, Instant since) {
    pod.editStatus()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastTransitionTime(since.toString())
        .endCondition()
        .endStatus();
  }

  private void container(String[] named) {
    this.named.add(named[0]);
    String[] parts = named[1].split("[=@]");
    if (parts[0].equals("first")) {
      first(named[0]);
      return;
    }
    if (parts[0].equals("policy") || parts[0].equals("ruled")) {
      restarting.add(named[0]);
      if (parts[0].equals("ruled")) {
        pod.editSpec()
            .addNewContainer()
            .withName(named[0])
            .withRestartPolicy("Always")
            .endContainer()
            .endSpec();
      }
      return;
    }
    ContainerStateBuilder state = new ContainerStateBuilder();
    switch (parts[0]) {
      case "running" -> state.withNewRunning(at(10).toString());
      case "wait" -> state.withNewWaiting("said so", parts[1]);
      case "exit" -> end(state, parts[1].equals("0") ? "Completed" : "Error", parts[1], parts[2]);
      case "end" -> end(state, parts[1].split(",")[0], parts[1].split(",")[1], parts[2]);
      default -> throw new IllegalArgumentException(named[1]);
    }
    ContainerStatus status =
        new ContainerStatusBuilder().withName(named[0]).withState(state.build()).build();
    if (first.contains(named[0])) {
      pod.editStatus().addToInitContainerStatuses(status).endStatus();
    } else {
      pod.editStatus().addToContainerStatuses(status).endStatus();
    }
  }

  private void first(String container) {
    first.add(container);
    pod.editSpec().addNewInitContainer().withName(container).endInitContainer().endSpec();
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
