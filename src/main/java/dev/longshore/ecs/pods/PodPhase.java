package dev.longshore.ecs.pods;

import io.fabric8.kubernetes.api.model.Pod;

/** What the phase of a pod says of its task. */
public final class PodPhase {
  private PodPhase() {}

  /** Whether the pod has ended for the API server: refused by its node, or run to its end. */
  public static boolean ended(Pod pod) {
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }
}
