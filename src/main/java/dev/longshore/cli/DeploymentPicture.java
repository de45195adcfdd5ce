package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceDeploymentCircuitBreaker;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service's deployments at one moment with their tasks and the last event, a line each, for a
 * person who waits for one of them.
 *
 * @param tasks of the service, newest first
 * @param width characters that a line has to stay below, if its counts leave room for that
 */
record DeploymentPicture(ServiceStatus status, List<Task> tasks, int width) {
  private static final int BAR = 10;
  private static final String CUT = "..";

  /** Tasks told, shared by two deployments or more: all has to fit on a terminal of 24 lines. */
  private static final int MOST = 16;

  DeploymentPicture {
    tasks = List.copyOf(tasks);
  }

  List<String> lines() {
    return Stream.concat(
            status.deployments().stream().flatMap(this::deployment),
            status.events().stream().limit(1).map(it -> "  last event: " + it.message()))
        .toList();
  }

  private Stream<String> deployment(DeploymentStatus deployment) {
    String id = Cells.of(deployment.id());
    String digits = id.substring(id.indexOf('/') + 1);
    List<Task> own = tasks.stream().filter(it -> it.deployment().equals(digits)).toList();
    int most = Math.max(1, MOST / Math.max(2, status.deployments().size()));
    return Stream.of(
            Stream.of(line(deployment)),
            own.stream().limit(most).map(DeploymentPicture::task),
            own.stream().skip(most).limit(1).map(it -> "    .. " + (own.size() - most) + " more"))
        .flatMap(it -> it);
  }

  private static String task(Task task) {
    String node = task.containerInstance();
    return "    task %s  %-12s  %s"
        .formatted(task.taskId(), task.lastStatus(), node.isEmpty() ? "no node yet" : node);
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
