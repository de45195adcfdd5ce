package dev.longshore.ecs.pods;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Ends of a pod that neither its containers nor its owner caused: the node, or who runs it. */
public final class Disruptions {
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

  /**
   * Why a pod ends without its own doing; nothing while nobody disturbs it.
   *
   * @param provider capacity provider that the pod was placed on, or empty
   */
  public static Optional<Stop> of(Pod pod, String provider) {
    String admission = ADMISSION.get(reason(pod));
    if (admission != null) {
      return Optional.of(new Stop(Stop.FAILED_TO_START, "TaskFailedToStart: " + admission));
    }
    return target(pod)
        .map(it -> stop(pod, provider, Objects.requireNonNullElse(it.getReason(), "")))
        .or(() -> byReason(pod, provider));
  }

  private static Optional<PodCondition> target(Pod pod) {
    return pod.getStatus() == null
        ? Optional.empty()
        : pod.getStatus().getConditions().stream()
            .filter(it -> "DisruptionTarget".equals(it.getType()) && "True".equals(it.getStatus()))
            .findFirst();
  }

  private static Stop stop(Pod pod, String provider, String reason) {
    boolean preempted = reason.equals("PreemptionByScheduler");
    if (provider.equals(SPOT_PROVIDER) && !pressure(pod) && !preempted) {
      return new Stop(Stop.SPOT, "Your Spot Task was interrupted.");
    }
    if (NODE.contains(reason)) {
      return host(pod);
    }
    return new Stop(
        Stop.NOTICE,
        preempted
            ? "Task made room for one of higher priority on host " + node(pod)
            : "Task was evicted from host " + node(pod));
  }

  private static Optional<Stop> byReason(Pod pod, String provider) {
    if (pressure(pod)) {
      return Optional.of(host(pod));
    }
    return SHUTDOWN.contains(reason(pod))
        ? Optional.of(stop(pod, provider, "TerminationByKubelet"))
        : Optional.empty();
  }

  /** The kubelet evicted the pod because it, or its node, used too much. */
  private static boolean pressure(Pod pod) {
    return reason(pod).equals("Evicted");
  }

  private static Stop host(Pod pod) {
    return new Stop(
        Stop.HOST,
        pressure(pod)
            ? ContainerReasons.text(
                "Host " + node(pod),
                Objects.requireNonNullElse(pod.getStatus().getMessage(), "").strip())
            : "Host EC2 (instance %s) stopped/terminated.".formatted(node(pod)));
  }

  private static String reason(Pod pod) {
    return pod.getStatus() == null
        ? ""
        : Objects.requireNonNullElse(pod.getStatus().getReason(), "");
  }

  private static String node(Pod pod) {
    return Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
  }
}
