package dev.longshore.ecs.podspec;

import java.util.Set;

/**
 * Labels that Kubernetes' own controllers write on the pods they make. With another value in the
 * template the API server refuses a Job for good, and a controller loses sight of its pods.
 */
final class ReservedLabels {
  private static final String JOBS = "batch.kubernetes.io/";

  private static final Set<String> NAMES =
      Set.of(
          "job-name",
          "controller-uid",
          "pod-template-hash",
          "controller-revision-hash",
          "pod-template-generation");

  private ReservedLabels() {}

  static boolean has(String key) {
    return key.startsWith(JOBS) || NAMES.contains(key);
  }
}
