package dev.longshore.ecs.podspec;

/**
 * What newer Kubernetes servers can do; on an older one a named approximation takes its place.
 *
 * @param podResources {@code spec.resources}: on by default from 1.34
 * @param restartRules {@code containers[].restartPolicy} and its rules: on by default from 1.35
 */
public record ServerFeatures(boolean podResources, boolean restartRules) {
  /** First minor version of Kubernetes 1 with pod-level resources on by default. */
  private static final int POD_RESOURCES = 34;

  /** First minor version of Kubernetes 1 with container restart rules on by default. */
  private static final int RESTART_RULES = 35;

  /** Those of a current server. */
  public static ServerFeatures all() {
    return new ServerFeatures(true, true);
  }

  /**
   * Those a server has unless its owner turned them off.
   *
   * @param minor as the server gives it, {@code 33} or {@code 33+}
   */
  public static ServerFeatures ofMinor(String minor) {
    String digits = minor.replaceAll("\\D.*", "");
    int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    return new ServerFeatures(number >= POD_RESOURCES, number >= RESTART_RULES);
  }
}
