package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tasks an operator has to tell of: all that were there, or were stopping, for long enough to
 * be seen. What was gone while no operator ran nobody can tell.
 */
final class TasksOwed implements Watcher<Pod>, AutoCloseable {
  private static final Duration SEEN = Duration.ofSeconds(2);

  private final Map<String, Life> lives = new HashMap<>();
  private final Watch watch;
  private Instant blindFrom = Instant.MAX;
  private Instant blindTo = Instant.MAX;

  /** When a task was first seen, first seen to be stopping, and no more there. */
  private record Life(Instant began, Optional<Instant> stopping, Optional<Instant> gone) {}

  TasksOwed(KubernetesClient client, String namespace) {
    this.watch = client.pods().inNamespace(namespace).watch(this);
  }

  /** The operator ends about now. */
  synchronized void nobodyLooks() {
    blindFrom = Instant.now().minus(SEEN);
  }

  /** Another one began. */
  synchronized void somebodyLooks() {
    blindTo = Instant.now().plus(SEEN);
  }

  /** Ids of tasks whose start was to be told. */
  synchronized Set<String> starts() {
    return ids(life -> owed(life.began(), life.gone()));
  }

  /** Ids of tasks whose stop was to be told. */
  synchronized Set<String> stops() {
    return ids(life -> life.stopping().filter(it -> owed(it, life.gone())).isPresent());
  }

  private Set<String> ids(Predicate<Life> which) {
    return lives.entrySet().stream()
        .filter(it -> which.test(it.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean owed(Instant from, Optional<Instant> gone) {
    return gone.filter(
            it -> it.isBefore(from.plus(SEEN)) || (it.isAfter(blindFrom) && it.isBefore(blindTo)))
        .isEmpty();
  }

  @Override
  public synchronized void eventReceived(Action action, Pod pod) {
    Instant now = Instant.now();
    String id = ServiceEvents.taskId(pod);
    Life before = lives.getOrDefault(id, new Life(now, Optional.empty(), Optional.empty()));
    boolean stopping = pod.getMetadata().getDeletionTimestamp() != null;
    lives.put(
        id,
        new Life(
            before.began(),
            before.stopping().or(() -> stopping ? Optional.of(now) : Optional.empty()),
            action == Action.DELETED ? Optional.of(now) : Optional.empty()));
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException(cause);
  }

  @Override
  public void close() {
    watch.close();
  }
}
