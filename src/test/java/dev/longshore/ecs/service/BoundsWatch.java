package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.ecs.service.TasksSeen.Change;
import dev.longshore.testing.CustomResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Holds every service of a namespace to its bounds from its first task on, as the API server tells
 * what happens: no write of replicas and no start above the maximum, no write and no stop of a
 * healthy task at the minimum. Tasks that fail by themselves and changes of the desired count are
 * excused, and counted apart.
 *
 * <p>A task counts as healthy from its readiness on and {@code minReadySeconds} later, by the clock
 * of the moment the event is read: never later than the operator saw it.
 */
final class BoundsWatch implements AutoCloseable {
  /** What the other watches have to tell of the same moment is here by then. */
  private static final long SETTLED_MILLIS = 1_000;

  private final KubernetesClient client;
  private final String namespace;
  private final Map<String, Seen> services = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> excused = new TreeMap<>();
  private final ScheduledThreadPoolExecutor judge = new ScheduledThreadPoolExecutor(1);
  private final List<Watch> watches = new ArrayList<>();
  private int events;
  private int writes;

  /** What is known of one service. */
  private record Seen(BoundsInForce bounds, ChildrenSeen children, TasksSeen tasks) {}

  /** What was found out of bounds. */
  private interface Finding {
    /** Empty within these bounds. */
    String of(Bounds bounds);
  }

  BoundsWatch(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    CustomResources.ensure(client);
    watches.add(client.resources(Service.class).inNamespace(namespace).watch(told(this::service)));
    watches.add(
        client
            .apps()
            .deployments()
            .inNamespace(namespace)
            .withLabel(Labels.SERVICE)
            .watch(told(this::child)));
    watches.add(
        client.pods().inNamespace(namespace).withLabel(Labels.SERVICE).watch(told(this::task)));
  }

  /** A service whose children somebody else writes to, too, is not held to anything. */
  synchronized void others(String service) {
    others.add(service);
  }

  synchronized int events() {
    return events;
  }

  synchronized int writes() {
    return writes;
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** How often something was out of bounds for a reason that is nobody's fault. */
  synchronized Map<String, Integer> excused() {
    return Map.copyOf(excused);
  }

  /** The end of a test: of the operator first, and of its namespace. */
  void end(AutoCloseable operator) throws Exception {
    operator.close();
    close();
    client.namespaces().withName(namespace).delete();
    assertThat(violations()).isEmpty();
  }

  private interface Listener<T> {
    void on(T object, boolean deleted, Instant now);
  }

  private <T extends HasMetadata> Watcher<T> told(Listener<T> listener) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, T object) {
        if (!judge.isShutdown()) {
          judge.execute(() -> hear(listener, object, action == Action.DELETED));
        }
      }

      @Override
      public void onClose(WatcherException cause) {
        if (!judge.isShutdown()) {
          judge.execute(() -> violation("the watch ended: " + cause.getMessage()));
        }
      }
    };
  }

  private synchronized <T extends HasMetadata> void hear(
      Listener<T> listener, T object, boolean deleted) {
    events++;
    try {
      listener.on(object, deleted, Instant.now());
    } catch (RuntimeException e) {
      violation("the watch failed: " + e);
    }
  }

  private synchronized void violation(String what) {
    violations.add(what);
  }

  private void service(Service service, boolean deleted, Instant now) {
    if (!deleted) {
      seen(ServiceNames.of(service)).bounds().update(service, now);
    }
  }

  private void child(Deployment child, boolean deleted, Instant now) {
    String service = child.getMetadata().getLabels().get(Labels.SERVICE);
    Seen seen = seen(service);
    if (deleted) {
      seen.children().remove(child);
      return;
    }
    seen.children().update(child, now).ifPresent(write -> later(service, seen, write));
  }

  private void later(String service, Seen seen, ChildrenSeen.Write write) {
    writes++;
    judge.schedule(() -> judge(service, seen, write), SETTLED_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void judge(String service, Seen seen, ChildrenSeen.Write write) {
    int occupied = seen.tasks().leastOccupied(write);
    hold(
        service,
        bounds ->
            write.started() == 0 || occupied + write.started() <= bounds.maxTasks()
                ? ""
                : "%s is to have %d more tasks beside %d of at most %d"
                    .formatted(write.child(), write.started(), occupied, bounds.maxTasks()));
    hold(
        service,
        bounds ->
            write.left() >= write.healthy() || write.left() >= bounds.minHealthy()
                ? ""
                : "%s is to have fewer tasks, and %d of at least %d healthy ones may be left"
                    .formatted(write.child(), write.left(), bounds.minHealthy()));
  }

  private void task(Pod pod, boolean deleted, Instant now) {
    String service = pod.getMetadata().getLabels().get(Labels.SERVICE);
    String name = pod.getMetadata().getName();
    Seen seen = seen(service);
    Change change = seen.tasks().update(pod, deleted, seen.children(), now);
    if (change == Change.STARTED) {
      int tasks = seen.tasks().count();
      hold(
          service,
          bounds ->
              tasks <= bounds.maxTasks()
                  ? ""
                  : "%s starts, with %d of at most %d".formatted(name, tasks, bounds.maxTasks()));
    } else if (change == Change.STOPPED) {
      int healthy = seen.tasks().healthy(seen.children(), now);
      hold(
          service,
          bounds ->
              healthy >= bounds.minHealthy()
                  ? ""
                  : healthy + seen.tasks().losses(now) >= bounds.minHealthy()
                      ? excuse("others failed just then")
                      : "%s stops, with %d of at least %d left"
                          .formatted(name, healthy, bounds.minHealthy()));
    }
  }

  private String excuse(String why) {
    excused.merge(why, 1, Integer::sum);
    return "";
  }

  /** The service is asked once more before anything is said: another watch may be ahead of its. */
  private void hold(String service, Finding finding) {
    Instant now = Instant.now();
    BoundsInForce bounds = seen(service).bounds();
    if (others.contains(service) || (bounds.known() && finding.of(bounds.newest()).isEmpty())) {
      return;
    }
    Service asked =
        client.resources(Service.class).inNamespace(namespace).list().getItems().stream()
            .filter(it -> ServiceNames.of(it).equals(service))
            .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
            .findFirst()
            .orElse(null);
    if (asked == null) {
      excuse("the service was deleted");
      return;
    }
    bounds.update(asked, now);
    String what = finding.of(bounds.widest(now));
    if (!what.isEmpty()) {
      violations.add(service + ": " + what);
    } else if (!finding.of(bounds.newest()).isEmpty()) {
      excuse("other bounds were asked for just then");
    }
  }

  private Seen seen(String service) {
    return services.computeIfAbsent(
        service, it -> new Seen(new BoundsInForce(), new ChildrenSeen(), new TasksSeen()));
  }

  /** What was heard last is judged, too, once it had its time. */
  @Override
  public void close() {
    if (judge.isShutdown()) {
      return;
    }
    watches.forEach(Watch::close);
    try {
      judge.submit(() -> {}).get();
      judge.schedule(() -> {}, SETTLED_MILLIS, TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("what was heard last is not judged", e);
    } finally {
      judge.shutdownNow();
    }
  }
}
