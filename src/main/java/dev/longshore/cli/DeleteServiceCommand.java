package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** DeleteService; {@code kubectl delete} is the same with {@code force}. */
@Command(
    name = "delete-service",
    description = "Delete a service; its tasks stop.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:deleted, or with --wait without a task",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:not in time, or unreachable"
    })
public final class DeleteServiceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SERVICE", description = "Name or ARN of the service.")
  String service = "";

  @Option(names = "--force", description = "Also while it is scaled above 0.")
  boolean force;

  @Option(names = "--wait", description = "Wait until its tasks are gone.")
  boolean wait;

  @Mixin final Patience patience = new Patience();

  @Mixin final Connection connection = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      EcsObjects objects = EcsObjects.in(connection);
      Service found = objects.service(service);
      Refusal.raise(refusal(found, force));
      connection.client().resource(found).delete();
      boolean gone =
          wait
              ? Polling.until(
                      patience.timeout,
                      () -> left(objects, found) ? Optional.empty() : Optional.of(1))
                  .isPresent()
              : !left(objects, found);
      String status = gone ? "INACTIVE" : "DRAINING";
      ObjectNode json = ServiceDescription.json(found).put("status", status);
      printer.print(
          Map.of("service", json), List.of(EcsObjects.name(found) + "  status " + status));
      return wait && !gone ? Refusal.UNREACHABLE : 0;
    }
  }

  /** Why ECS would not delete it; empty when it would. */
  static Optional<String> refusal(Service service, boolean force) {
    boolean daemon = "DAEMON".equals(service.getSpec().schedulingStrategy());
    int desired = Objects.requireNonNullElse(service.getSpec().desiredCount(), 1);
    return force || daemon || desired == 0
        ? Optional.empty()
        : Optional.of(
            "%s: The service cannot be stopped while it is scaled above 0. Its desiredCount is %d: `longshore scale %s 0` first, or give --force."
                .formatted(EcsObjects.name(service), desired, EcsObjects.name(service)));
  }

  /** Whether tasks of it are there: an older service may have its name, and goes on. */
  private static boolean left(EcsObjects objects, Service deleted) {
    Set<String> deployments = deployments(deleted).collect(Collectors.toSet());
    return objects.pods(deleted).stream()
        .map(Pod::getMetadata)
        .anyMatch(it -> deployments.contains(it.getLabels().get(Labels.DEPLOYMENT)));
  }

  private static Stream<String> deployments(Service service) {
    return Stream.ofNullable(service.getStatus())
        .flatMap(it -> it.deployments().stream())
        .map(DeploymentStatus::id)
        .filter(Objects::nonNull)
        .map(it -> it.substring(it.lastIndexOf('/') + 1));
  }
}
