package dev.longshore.ecs.service;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts pods, and starts of their containers, as a watch shows them. */
final class ContainerStarts implements Watcher<Pod> {
  private final Map<String, Integer> starts = new ConcurrentHashMap<>();

  int pods() {
    return starts.size();
  }

  int containers() {
    return starts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void eventReceived(Action action, Pod pod) {
    int seen = pod.getStatus().getContainerStatuses().stream().mapToInt(ContainerStarts::of).sum();
    starts.merge(pod.getMetadata().getUid(), seen, Math::max);
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException(cause);
  }

  private static int of(ContainerStatus status) {
    boolean begun =
        status.getState() != null
            && (status.getState().getRunning() != null
                || status.getState().getTerminated() != null);
    return status.getRestartCount() + (begun || status.getRestartCount() > 0 ? 1 : 0);
  }
}
