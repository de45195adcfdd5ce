package dev.longshore.ecs.task;

import dev.longshore.core.Actions;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and all their pods, asked for only while a task waits, and then at most twice a minute for
 * all tasks together: a watch of every pod of the cluster would cost more than the sentence is
 * worth. What is kept between two looks is what is counted.
 */
final class LiveRoom {
  private static final Duration FRESH = Duration.ofSeconds(25);

  private final Actions actions;
  private final Clock clock;
  private @Nullable Look last;

  LiveRoom(Actions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
  }

  Room room() {
    return new Room(() -> look().nodes(), () -> look().pods());
  }

  private record Look(Instant at, List<Node> nodes, Optional<List<Pod>> pods) {}

  private synchronized Look look() {
    Instant now = Instant.now(clock);
    Look seen = last;
    if (seen == null || seen.at().plus(FRESH).isBefore(now)) {
      seen =
          new Look(
              now,
              actions.listAll(Node.class).orElse(List.of()).stream().map(Requests::only).toList(),
              actions.listAll(Pod.class).map(Requests::only));
      last = seen;
    }
    return seen;
  }
}
