package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceDeploymentCircuitBreaker;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service's deployments at one moment, a line each, for a person who waits for one of them.
 *
 * @param width characters that a line has to stay below, if its counts leave room for that
 */
record DeploymentPicture(ServiceStatus status, int width) {
  private static final int BAR = 10;
  private static final String CUT = "..";

  List<String> lines() {
    return status.deployments().stream().map(this::line).toList();
  }

  /** The counts are what one waits for: the bar goes first, then the end of a long family. */
  private String line(DeploymentStatus deployment) {
    int desired = number(deployment.desiredCount());
    int running = number(deployment.runningCount());
    String name = Cells.of(deployment.taskDefinition());
    String line = line(deployment, name, bar(running, Math.max(desired, running)) + " ");
    if (line.length() < width) {
      return line;
    }
    String plain = line(deployment, name, "");
    int over = plain.length() - width + 1;
    return over <= 0 ? plain : line(deployment, shorter(name, over), "");
  }

  private static String shorter(String name, int characters) {
    int revision = name.lastIndexOf(':') < 0 ? name.length() : name.lastIndexOf(':');
    int kept = Math.max(0, revision - characters - CUT.length());
    return name.substring(0, kept) + CUT + name.substring(revision);
  }

  private String line(DeploymentStatus deployment, String name, String bar) {
    return "  %-7s %-10s %s%d/%d running, %d pending, failed %s%s"
        .formatted(
            Cells.of(deployment.status()),
            name,
            bar,
            number(deployment.runningCount()),
            number(deployment.desiredCount()),
            number(deployment.pendingCount()),
            failed(deployment),
            stage(deployment));
  }

  private static String bar(int running, int all) {
    int full = all == 0 ? 0 : BAR * running / all;
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }

  /** Failures against the threshold of the circuit breaker, where there is one. */
  private String failed(DeploymentStatus deployment) {
    int failed = number(deployment.failedTasks());
    return history(deployment)
        .map(ServiceDeployment::deploymentCircuitBreaker)
        .map(ServiceDeploymentCircuitBreaker::threshold)
        .map(threshold -> failed + "/" + threshold)
        .orElse(String.valueOf(failed));
  }

  private String stage(DeploymentStatus deployment) {
    return history(deployment)
        .map(ServiceDeployment::lifecycleStage)
        .map(stage -> "  " + stage)
        .orElse("");
  }

  private Optional<ServiceDeployment> history(DeploymentStatus deployment) {
    return status.serviceDeployments().stream()
        .filter(it -> Objects.equals(it.deploymentId(), deployment.id()))
        .findFirst();
  }

  private static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
