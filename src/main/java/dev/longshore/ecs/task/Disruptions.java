package dev.longshore.ecs.task;

import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Ends of a pod that neither its containers nor its owner caused: the node, or who runs it. */
final class Disruptions {
  private static final String SPOT_PROVIDER = "FARGATE_SPOT";

  /** Reasons of the condition DisruptionTarget that mean that the node is gone or ill. */
  private static final Set<String> NODE =
      Set.of("DeletionByTaintManager", "DeletionByPodGC", "TerminationByKubelet");

  /** Reasons of a pod whose node ended under it. */
  private static final Set<String> SHUTDOWN = Set.of("NodeShutdown", "Terminated", "NodeLost");

  /** Refusals of the kubelet after the scheduler had chosen its node. */
  private static final Map<String, String> ADMISSION =
      Map.of(
          "OutOfcpu", "RESOURCE:CPU",
          "OutOfmemory", "RESOURCE:MEMORY",
          "OutOfpods", "RESOURCE:PODS",
          "NodeAffinity", "ATTRIBUTE",
          "UnexpectedAdmissionError", "AGENT");

  private Disruptions() {}

  static Optional<Stop> of(TaskObserved seen) {
    String admission = ADMISSION.get(seen.podReason());
    if (admission != null) {
      return Optional.of(new Stop(Stop.FAILED_TO_START, "TaskFailedToStart: " + admission));
    }
    return target(seen)
        .map(it -> stop(seen, Objects.requireNonNullElse(it.getReason(), "")))
        .or(() -> byPodReason(seen));
  }

  private static Optional<PodCondition> target(TaskObserved seen) {
    return seen.condition("DisruptionTarget").filter(it -> "True".equals(it.getStatus()));
  }

  private static Stop stop(TaskObserved seen, String reason) {
    boolean spot =
        seen.facts().filter(it -> it.provider().equals(SPOT_PROVIDER)).isPresent()
            && !pressure(seen)
            && !reason.equals("PreemptionByScheduler");
    if (spot) {
      return new Stop(Stop.SPOT, "Your Spot Task was interrupted.");
    }
    if (NODE.contains(reason)) {
      return host(seen);
    }
    return new Stop(
        Stop.NOTICE,
        reason.equals("PreemptionByScheduler")
            ? "Task made room for one of higher priority on host " + seen.node()
            : "Task was evicted from host " + seen.node());
  }

  private static Optional<Stop> byPodReason(TaskObserved seen) {
    if (pressure(seen)) {
      return Optional.of(host(seen));
    }
    return SHUTDOWN.contains(seen.podReason())
        ? Optional.of(stop(seen, "TerminationByKubelet"))
        : Optional.empty();
  }

  /** The kubelet evicted the pod because it, or its node, used too much. */
  private static boolean pressure(TaskObserved seen) {
    return seen.podReason().equals("Evicted");
  }

  private static Stop host(TaskObserved seen) {
    return new Stop(
        Stop.HOST,
        pressure(seen)
            ? ContainerReasons.text("Host " + seen.node(), seen.podMessage().strip())
            : "Host EC2 (instance %s) stopped/terminated.".formatted(seen.node()));
  }
}
