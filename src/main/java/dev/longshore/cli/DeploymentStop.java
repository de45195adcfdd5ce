package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentActionType;
import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** StopServiceDeployment, and what comes of it. */
final class DeploymentStop {
  @Option(names = "--wait", description = "Wait until the deployment is stopped or rolled back.")
  boolean wait;

  @Mixin final Patience patience = new Patience();

  /** Names the deployment in progress, so that no later one is stopped. */
  int send(String service, DeploymentActionType action, Connection connection, Printer printer) {
    EcsObjects objects = EcsObjects.in(connection);
    Service found = objects.service(service);
    String id = inProgress(found);
    ServicePatch patch = ServicePatch.of();
    patch
        .kubernetes()
        .putObject("deploymentAction")
        .put("deploymentId", id)
        .put("action", action.name())
        .putNull("hookId");
    patch.send(found.getMetadata().getName(), connection);
    printer.print(
        Map.of("deploymentId", id, "action", action.name()), List.of(id + "  " + action.name()));
    return wait ? await(() -> objects.service(service), id, action, printer) : 0;
  }

  private int await(
      Supplier<Service> service, String id, DeploymentActionType action, Printer printer) {
    Optional<Progress.End> end =
        Polling.until(
            patience.timeout,
            () ->
                Optional.ofNullable(service.get().getStatus()).flatMap(it -> end(it, id, action)));
    if (end.isEmpty()) {
      printer.note("%s: not stopped after %d s.".formatted(id, patience.timeout.toSeconds()));
      return Refusal.UNREACHABLE;
    }
    printer.note(end.get().remark());
    return end.get().code();
  }

  /** The deployment that can be stopped; {@link Refusal} when none is in progress. */
  static String inProgress(Service service) {
    Optional<DeploymentStatus> primary =
        Optional.ofNullable(service.getStatus()).flatMap(Progress::primary);
    refuseRollback(service, primary.map(DeploymentStatus::id).orElse(""));
    return primary
        .filter(it -> "IN_PROGRESS".equals(it.rolloutState()))
        .map(DeploymentStatus::id)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.REFUSED,
                    "%s: no deployment is in progress%s; `longshore deploy --service %s --task-definition FAMILY:REVISION` goes back to a revision."
                        .formatted(
                            EcsObjects.name(service),
                            primary
                                .map(it -> " (%s is %s)".formatted(it.id(), it.rolloutState()))
                                .orElse(""),
                            EcsObjects.name(service))));
  }

  /** What comes back is in progress as well, and nothing is there to go back to from it. */
  private static void refuseRollback(Service service, String back) {
    Optional.ofNullable(service.getStatus()).stream()
        .flatMap(status -> status.serviceDeployments().stream().limit(1))
        .filter(it -> "ROLLBACK_IN_PROGRESS".equals(it.status()))
        .findFirst()
        .ifPresent(
            it -> {
              throw new Refusal(
                  Refusal.REFUSED,
                  "%s: %s is ROLLBACK_IN_PROGRESS, %s comes back already, and that cannot be stopped; `longshore deploy --service %s --task-definition FAMILY:REVISION` goes to another revision."
                      .formatted(
                          EcsObjects.name(service),
                          it.deploymentId(),
                          back,
                          EcsObjects.name(service)));
            });
  }

  /** Empty while tasks of the stopped deployment are still replaced. */
  static Optional<Progress.End> end(
      ServiceStatus status, String stopped, DeploymentActionType action) {
    Optional<DeploymentStatus> primary = Progress.primary(status);
    if (primary.filter(it -> stopped.equals(it.id())).isPresent()) {
      return primary.flatMap(it -> own(String.valueOf(it.rolloutState()), stopped, action));
    }
    return primary
        .filter(it -> "COMPLETED".equals(it.rolloutState()))
        .map(it -> new Progress.End(0, "rolled back to " + it.id() + "  " + it.taskDefinition()));
  }

  private static Optional<Progress.End> own(
      String state, String stopped, DeploymentActionType action) {
    return switch (state) {
      case "COMPLETED" ->
          Optional.of(
              new Progress.End(
                  Refusal.REFUSED, stopped + " was COMPLETED before it could be stopped."));
      case "FAILED" ->
          Optional.of(
              action == DeploymentActionType.ABORT
                  ? new Progress.End(0, stopped + " is stopped and starts no further task.")
                  : new Progress.End(
                      Refusal.REFUSED,
                      stopped
                          + " is stopped, and there is no completed deployment to go back to."));
      default -> Optional.empty();
    };
  }
}
