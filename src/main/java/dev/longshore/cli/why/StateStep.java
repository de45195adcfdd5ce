package dev.longshore.cli.why;

import dev.longshore.ecs.service.ServiceReason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;
import java.util.Set;

/** What the operator itself says when nothing before it was at fault. */
final class StateStep {
  /** Reasons of a task that is on its way. */
  private static final Set<String> MOVING =
      Set.of("PROVISIONING", "PENDING", "ACTIVATING", "Stopping");

  private StateStep() {}

  static Optional<Fault> check(Scene scene) {
    String object = scene.request().kind() + "/" + scene.request().name();
    Optional<Condition> unready = scene.condition("Ready", "False");
    if (unready.isEmpty()) {
      return Optional.of(
          new Fault(
              "state",
              object,
              "no operator has looked at it yet; is one running in this cluster?"));
    }
    return unready
        .filter(it -> !moves(it.getReason()))
        .map(it -> new Fault("state", object, it.getMessage()));
  }

  /** By itself; what waits for somebody is told, with what they can do. */
  private static boolean moves(String reason) {
    return MOVING.contains(reason)
        || ServiceReason.of(reason).filter(it -> !it.needsSomebody()).isPresent();
  }
}
