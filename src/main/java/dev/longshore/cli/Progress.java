package dev.longshore.cli;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.ecs.service.ServiceReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person who waits for one deployment has been told, and whether it has ended. */
final class Progress {
  /** How a deployment ended; the remark is empty when there is nothing to say. */
  record End(int code, String remark) {}

  private final Set<String> told = new HashSet<>();
  private String id = "";
  private boolean early;

  Progress(List<ServiceEvent> before) {
    before.forEach(it -> told.add(key(it)));
  }

  /**
   * The deployment that is waited for.
   *
   * @param early whether it may be COMPLETED before the service is in a steady state
   */
  Progress of(DeploymentStatus begun, boolean early) {
    id = Objects.requireNonNullElse(begun.id(), "");
    this.early = early;
    return this;
  }

  String name() {
    return id;
  }

  /** Messages that were not told yet, oldest first, then what somebody has to do. */
  List<String> news(ServiceStatus status) {
    return Stream.concat(
            status.events().reversed().stream()
                .filter(it -> told.add(key(it)))
                .map(it -> String.valueOf(it.message())),
            status.conditions().stream()
                .filter(it -> it.getType().equals("Ready") && needsSomebody(it))
                .map(Condition::getMessage)
                .filter(told::add))
        .toList();
  }

  private static boolean needsSomebody(Condition ready) {
    return ServiceReason.of(ready.getReason()).filter(ServiceReason::needsSomebody).isPresent();
  }

  /** Empty while the deployment goes on; one that another replaced did not succeed. */
  Optional<End> end(ServiceStatus status) {
    Optional<DeploymentStatus> own =
        status.deployments().stream().filter(it -> id.equals(it.id())).findFirst();
    if (own.filter(it -> "FAILED".equals(it.rolloutState())).isPresent()) {
      String reason = Objects.requireNonNullElse(own.get().rolloutStateReason(), "no reason given");
      return Optional.of(new End(Refusal.REFUSED, id + " FAILED: " + reason));
    }
    Optional<DeploymentStatus> primary = primary(status);
    if (primary.filter(it -> !id.equals(it.id())).isPresent()) {
      String other = primary.get().id() + "  " + primary.get().taskDefinition();
      return Optional.of(
          new End(Refusal.REFUSED, id + " did not complete: it was replaced by " + other));
    }
    return primary
        .filter(it -> "COMPLETED".equals(it.rolloutState()) && (early || ready(status)))
        .map(it -> new End(0, ""));
  }

  static Optional<DeploymentStatus> primary(ServiceStatus status) {
    return status.deployments().stream().filter(it -> "PRIMARY".equals(it.status())).findFirst();
  }

  private static boolean ready(ServiceStatus status) {
    return status.conditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private static String key(ServiceEvent event) {
    return event.id() + " " + event.createdAt() + " " + event.message();
  }
}
