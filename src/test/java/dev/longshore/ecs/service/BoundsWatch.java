package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds every start and stop of a task, as the API server tells them, to the bounds of its service:
 * no start above the maximum, no stop of a healthy task at the minimum. Tasks that fail by
 * themselves break nothing; a stop is judged on what is left after it.
 *
 * <p>A task counts as healthy here from its readiness on and {@code minReadySeconds} later, by the
 * clock of the moment the event is read: never later than the operator saw it.
 */
final class BoundsWatch implements Watcher<Pod>, AutoCloseable {
  private static final int HEALTHY_AFTER = 1;

  private final Map<String, Bounds> bounds = new HashMap<>();
  private final Map<String, Map<String, Pod>> tasks = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final Watch watch;
  private int events;

  BoundsWatch(KubernetesClient client, String namespace) {
    this.watch = client.pods().inNamespace(namespace).withLabel(Labels.SERVICE).watch(this);
  }

  /** From now on; the wider ones while both may be in force. */
  synchronized void allow(String service, Bounds wanted) {
    bounds.merge(
        service,
        wanted,
        (one, other) ->
            new Bounds(
                other.desired(),
                Math.min(one.minHealthy(), other.minHealthy()),
                Math.max(one.maxTasks(), other.maxTasks())));
  }

  synchronized int events() {
    return events;
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public synchronized void eventReceived(Action action, Pod pod) {
    String service = pod.getMetadata().getLabels().getOrDefault(Labels.SERVICE, "");
    Map<String, Pod> mine = tasks.computeIfAbsent(service, it -> new HashMap<>());
    String uid = pod.getMetadata().getUid();
    Pod before = mine.get(uid);
    events++;
    if (action == Action.DELETED || ended(pod)) {
      mine.remove(uid);
    } else {
      mine.put(uid, pod);
    }
    Bounds limits = bounds.get(service);
    if (limits == null) {
      return;
    }
    if (before == null && mine.containsKey(uid) && mine.size() > limits.maxTasks()) {
      violations.add(
          "%s: %s starts, with %d of at most %d"
              .formatted(service, name(pod), mine.size(), limits.maxTasks()));
    }
    boolean stopped = before != null && !mine.containsKey(uid) && !failed(pod);
    long healthy = mine.values().stream().filter(BoundsWatch::healthy).count();
    if (stopped && healthy(before) && healthy < limits.minHealthy()) {
      violations.add(
          "%s: %s stops, with %d of at least %d left"
              .formatted(service, name(pod), healthy, limits.minHealthy()));
    }
  }

  private static String name(Pod pod) {
    return pod.getMetadata().getName();
  }

  private static boolean ended(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null || failed(pod);
  }

  /** By itself: the kubelet says so. */
  private static boolean failed(Pod pod) {
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return "Failed".equals(phase) || "Succeeded".equals(phase);
  }

  private static boolean healthy(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .filter(it -> it.getType().equals("Ready") && it.getStatus().equals("True"))
            .map(it -> Instant.parse(it.getLastTransitionTime()).plusSeconds(HEALTHY_AFTER))
            .anyMatch(it -> !it.isAfter(Instant.now()));
  }

  @Override
  public void onClose(WatcherException cause) {
    synchronized (this) {
      violations.add("the watch ended: " + cause.getMessage());
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
