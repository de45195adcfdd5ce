package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts pods, and starts of their containers, as a watch shows them. */
final class ContainerStarts implements Watcher<Pod> {
  private final Map<String, Map<String, Integer>> starts = new ConcurrentHashMap<>();

  int pods() {
    return starts.size();
  }

  int containers() {
    return starts.values().stream()
        .flatMap(it -> it.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Starts of the containers of one name, pod by pod. */
  List<Integer> of(String container) {
    return starts.values().stream().map(it -> it.getOrDefault(container, 0)).toList();
  }

  @Override
  public void eventReceived(Action action, Pod pod) {
    Map<String, Integer> mine =
        starts.computeIfAbsent(pod.getMetadata().getUid(), it -> new ConcurrentHashMap<>());
    pod.getStatus()
        .getContainerStatuses()
        .forEach(it -> mine.merge(it.getName(), begun(it), Math::max));
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException(cause);
  }

  private static int begun(ContainerStatus status) {
    boolean begun =
        status.getState() != null
            && (status.getState().getRunning() != null
                || status.getState().getTerminated() != null);
    return status.getRestartCount() + (begun || status.getRestartCount() > 0 ? 1 : 0);
  }
}
