package dev.longshore.ecs.service;

import static java.util.stream.Collectors.joining;

import dev.longshore.core.Actions;
import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Task scale-in protection (API action {@code UpdateTaskProtection}): an annotation of a task's pod
 * says until when neither a deployment nor a smaller desired count stops it. Marks of Kubernetes'
 * own tell the ReplicaSet and the autoscalers of nodes the same; they go when the time is over.
 */
final class Protection {
  /** What a ReplicaSet that shrinks takes last, and what node autoscalers leave alone. */
  private static final Map<String, String> MARKS =
      Map.of(
          "controller.kubernetes.io/pod-deletion-cost",
          String.valueOf(Integer.MAX_VALUE),
          "karpenter.sh/do-not-disrupt",
          "true",
          "cluster-autoscaler.kubernetes.io/safe-to-evict",
          "false",
          Labels.PROTECTED,
          "true");

  /** A message names so many. */
  private static final int NAMED = 3;

  private Protection() {}

  /** Whether a task is protected at that time; what is no time protects nothing. */
  static boolean of(Pod pod, Instant now) {
    return !ServiceObserved.stopping(pod)
        && !PodPhase.ended(pod)
        && until(pod).filter(now::isBefore).isPresent();
  }

  /**
   * How many tasks of a child must stay: those that are protected; all of its replicas while one of
   * them is not marked, for the ReplicaSet would choose any.
   */
  static int held(List<Pod> pods, int replicas, Instant now) {
    List<Pod> all = pods.stream().filter(pod -> of(pod, now)).toList();
    return all.stream().allMatch(Protection::marked) ? all.size() : replicas;
  }

  /** Protected tasks of a deployment; none of a daemon, which is never scaled in. */
  static int count(EcsDeployment deployment, ServiceObserved observed) {
    if (observed.asked().isPresent()) {
      return 0;
    }
    return (int)
        observed.pods().stream()
            .filter(pod -> of(pod, observed.now()))
            .map(pod -> pod.getMetadata().getLabels().get(Labels.DEPLOYMENT))
            .filter(deployment.digits()::equals)
            .count();
  }

  /** Which tasks keep a service above the desired count, if any do, and how that is ended. */
  static Optional<String> keeps(ServiceObserved observed, int desired) {
    List<Pod> kept = observed.pods().stream().filter(pod -> of(pod, observed.now())).toList();
    return observed.asked().isPresent() || kept.size() <= desired
        ? Optional.empty()
        : Optional.of(
            "Scale-in waits for tasks under protection: %s%s. `longshore protect --off %s` ends it."
                .formatted(
                    kept.stream().limit(NAMED).map(Protection::told).collect(joining(", ")),
                    kept.size() > NAMED ? " and %d more".formatted(kept.size() - NAMED) : "",
                    kept.stream().limit(NAMED).map(Protection::name).collect(joining(" "))));
  }

  private static String told(Pod pod) {
    return name(pod) + until(pod).map(it -> " until " + it).orElse("");
  }

  private static String name(Pod pod) {
    return pod.getMetadata().getName();
  }

  /** When the next protection ends. */
  static Optional<Instant> ends(List<Pod> pods, Instant now) {
    return pods.stream()
        .filter(pod -> of(pod, now))
        .flatMap(pod -> until(pod).stream())
        .min(Comparator.naturalOrder());
  }

  /** Marks the tasks that are protected now, and no other. */
  static void mark(ServiceObserved observed, Actions actions) {
    for (Pod pod : observed.pods()) {
      if (ServiceObserved.stopping(pod)) {
        continue;
      }
      boolean holds = of(pod, observed.now());
      if (holds && !marked(pod)) {
        actions.annotate(pod, annotations(Optional::of));
      } else if (!holds && annotations(pod).containsKey(Labels.PROTECTED)) {
        actions.annotate(pod, annotations(value -> Optional.empty()));
      }
    }
  }

  private static Map<String, Optional<String>> annotations(
      Function<String, Optional<String>> value) {
    return MARKS.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> value.apply(it.getValue())));
  }

  private static boolean marked(Pod pod) {
    return annotations(pod).entrySet().containsAll(MARKS.entrySet());
  }

  private static Optional<Instant> until(Pod pod) {
    try {
      return Optional.ofNullable(annotations(pod).get(Labels.PROTECTED_UNTIL)).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> annotations(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }
}
