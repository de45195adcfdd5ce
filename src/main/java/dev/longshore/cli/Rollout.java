package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.service.ServiceReason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a deployment of a service as far as the user wants. */
final class Rollout {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--wait", description = "Wait until the deployment is COMPLETED.")
  boolean wait;

  @Mixin final Patience patience = new Patience();

  /**
   * What is asked of a service.
   *
   * @param name of its object
   * @param told of the document it comes from, if there is one
   */
  record Change(String name, Supplier<GenericKubernetesResource> send, Optional<Conversion> told) {
    static Change of(String name, Supplier<GenericKubernetesResource> send) {
      return new Change(name, send, Optional.empty());
    }
  }

  /**
   * Sends the change, prints the deployment and, while waiting, its events above what a person sees
   * of it; gives the exit code. What was told before the change is not told again.
   */
  int follow(Change change, Connection connection, Printer printer) {
    String name = change.name();
    Progress progress =
        new Progress(status(connection, name).map(ServiceStatus::events).orElse(List.of()));
    GenericKubernetesResource applied = change.send().get();
    DeploymentStatus begun =
        Polling.until(
                PATIENCE,
                () -> judged(connection, applied).filter(Rollout::rolls).flatMap(Progress::primary))
            .orElseThrow(() -> new Refusal(Refusal.UNREACHABLE, undecided(connection, name)));
    tell(begun, change.told(), printer);
    return wait
        ? await(progress.of(begun, early(applied)), () -> view(connection, applied), printer)
        : 0;
  }

  /** Whether fewer tasks than all complete it, so that nobody has to wait for a steady state. */
  private static boolean early(GenericKubernetesResource applied) {
    return Boolean.TRUE.equals(
        applied.get("spec", "deploymentConfiguration", "earlySuccessCriteria", "enable"));
  }

  private static void tell(DeploymentStatus begun, Optional<Conversion> told, Printer printer) {
    String line = begun.id() + "  " + begun.taskDefinition();
    ObjectNode json = Mappers.json().valueToTree(begun);
    told.ifPresent(it -> json.set("fidelity", it.fidelityJson()));
    printer.print(json, told.map(it -> it.told(line)).orElseGet(() -> List.of(line)));
  }

  /**
   * What a person sees of a service.
   *
   * @param tasks newest first
   */
  private record View(ServiceStatus status, Supplier<List<Task>> tasks) {
    List<String> lines() {
      return new DeploymentPicture(status, tasks.get(), Terminal.WIDTH).lines();
    }
  }

  private static Optional<View> view(Connection connection, GenericKubernetesResource applied) {
    return judged(connection, applied)
        .map(it -> new View(it, () -> EcsObjects.in(connection).newestTasks(name(applied))));
  }

  private static String name(GenericKubernetesResource applied) {
    String name = applied.get("spec", "serviceName");
    return name == null || name.isEmpty() ? applied.getMetadata().getName() : name;
  }

  private int await(Progress progress, Supplier<Optional<View>> view, Printer printer) {
    LivePicture live = printer.live();
    Optional<Progress.End> end =
        Polling.until(
            patience.timeout,
            () ->
                view.get()
                    .flatMap(
                        it -> {
                          live.draw(progress.news(it.status()), it::lines);
                          return progress.end(it.status());
                        }));
    if (end.isEmpty()) {
      printer.note(
          "%s: the deployment is not COMPLETED after %d s."
              .formatted(progress.name(), patience.timeout.toSeconds()));
      return Refusal.UNREACHABLE;
    }
    end.map(Progress.End::remark).filter(it -> !it.isEmpty()).ifPresent(printer::note);
    return end.get().code();
  }

  /** Whether the deployments are of this spec: while something is missing, the old ones stay. */
  private static boolean rolls(ServiceStatus status) {
    return status.conditions().stream()
        .filter(it -> it.getType().equals("Ready"))
        .anyMatch(it -> ServiceReason.of(it.getReason()).isPresent());
  }

  private static Optional<ServiceStatus> judged(
      Connection connection, GenericKubernetesResource applied) {
    String name = applied.getMetadata().getName();
    Optional<ServiceStatus> judged =
        status(connection, name)
            .filter(it -> observed(it) >= applied.getMetadata().getGeneration());
    judged.ifPresent(it -> refuseStalled(name, it));
    return judged;
  }

  /** An autoscaler may have changed the service since, so a later generation counts too. */
  private static long observed(ServiceStatus status) {
    return status.observedGeneration() == null ? -1 : status.observedGeneration();
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
