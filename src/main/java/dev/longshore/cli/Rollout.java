package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Follows a deployment of a service as far as the user wants. */
final class Rollout {
  private static final Set<String> ROLLING =
      Set.of("SteadyState", "Scaling", "DeploymentInProgress");

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--wait", description = "Wait until the deployment is COMPLETED.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = Durations.class,
      description = "How long --wait waits, such as 90s or 5m. (${DEFAULT-VALUE})")
  Duration timeout = Duration.ofMinutes(5);

  /** Prints the deployment, its events while waiting, and gives the exit code. */
  int follow(GenericKubernetesResource applied, Connection connection, Printer printer) {
    String name = applied.getMetadata().getName();
    Set<String> told = new HashSet<>();
    status(connection, name).ifPresent(it -> it.events().forEach(old -> told.add(old.id() + "")));
    Optional<DeploymentStatus> begun =
        Polling.until(
            PATIENCE,
            () -> judged(connection, applied).filter(Rollout::rolls).flatMap(Rollout::primary));
    if (begun.isEmpty()) {
      throw new Refusal(Refusal.UNREACHABLE, undecided(connection, name));
    }
    begun.ifPresent(it -> printer.print(it, List.of(it.id() + "  " + it.taskDefinition())));
    if (!wait) {
      return 0;
    }
    boolean done =
        Polling.until(
                timeout, () -> judged(connection, applied).flatMap(it -> done(it, told, printer)))
            .isPresent();
    if (!done) {
      printer.note(name + ": the deployment is not COMPLETED after " + timeout.toSeconds() + " s.");
    }
    return done ? 0 : Refusal.UNREACHABLE;
  }

  private static Optional<Boolean> done(ServiceStatus status, Set<String> told, Printer printer) {
    for (ServiceEvent event : status.events().reversed()) {
      if (told.add(event.id() + "")) {
        printer.note(String.valueOf(event.message()));
      }
    }
    boolean ready =
        status.conditions().stream()
            .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
    return primary(status)
        .filter(it -> "COMPLETED".equals(it.rolloutState()) && ready)
        .map(it -> true);
  }

  /** Whether the deployments are of this spec: while something is missing, the old ones stay. */
  private static boolean rolls(ServiceStatus status) {
    return status.conditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && ROLLING.contains(it.getReason()));
  }

  private static Optional<DeploymentStatus> primary(ServiceStatus status) {
    return status.deployments().stream().filter(it -> "PRIMARY".equals(it.status())).findFirst();
  }

  private static Optional<ServiceStatus> judged(
      Connection connection, GenericKubernetesResource applied) {
    String name = applied.getMetadata().getName();
    Optional<ServiceStatus> judged =
        status(connection, name)
            .filter(
                it ->
                    Objects.equals(it.observedGeneration(), applied.getMetadata().getGeneration()));
    judged.ifPresent(it -> refuseStalled(name, it));
    return judged;
  }

  /** What no waiting cures: the service keeps what it had, and its deployment is not this one. */
  private static void refuseStalled(String name, ServiceStatus status) {
    status.conditions().stream()
        .filter(it -> it.getType().equals("Stalled") && it.getStatus().equals("True"))
        .findFirst()
        .ifPresent(
            it -> {
              throw new Refusal(Refusal.REFUSED, name + ": " + it.getMessage());
            });
  }

  private static Optional<ServiceStatus> status(Connection connection, String name) {
    return Optional.ofNullable(
            connection
                .client()
                .resources(Service.class)
                .inNamespace(connection.namespace())
                .withName(name)
                .get())
        .map(Service::getStatus);
  }

  private static String undecided(Connection connection, String name) {
    return status(connection, name).stream()
        .flatMap(it -> it.conditions().stream())
        .filter(it -> it.getType().equals("Ready") && !it.getStatus().equals("True"))
        .map(it -> name + ": " + it.getMessage())
        .findFirst()
        .orElse(name + " was stored, but no operator deployed it; is one running in this cluster?");
  }
}
