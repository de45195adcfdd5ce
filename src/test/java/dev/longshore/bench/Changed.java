package dev.longshore.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import dev.longshore.testing.AuditLog.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts what the operator's writes changed: every change of a child but of its status, and every
 * change of a service's status. The API server sends each change of an object, and none for a write
 * that leaves it as it was; so what the log has more of is redundant.
 */
final class Changed implements AutoCloseable {
  private static final Set<String> COUNTED =
      Set.of("deployments", "services", "poddisruptionbudgets", "services/status");

  private static final List<String> OF_THE_SERVER =
      List.of(
          "resourceVersion",
          "managedFields",
          "generation",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "finalizers");

  /** Written by the controller-manager. */
  private static final String REVISION = "deployment.kubernetes.io/revision";

  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicReference<WatcherException> lost = new AtomicReference<>();
  private final List<Watch> watches;

  private Changed(KubernetesClient client) {
    this.watches =
        List.of(
            watch(client, Service.class),
            watch(client, Deployment.class),
            watch(client, io.fabric8.kubernetes.api.model.Service.class),
            watch(client, PodDisruptionBudget.class));
  }

  static Changed in(Bed bed) {
    return new Changed(bed.client());
  }

  /**
   * Prints how many of the writes changed nothing.
   *
   * @param writes of the operator since this began
   */
  void print(String name, List<Request> writes, int services) throws InterruptedException {
    Thread.sleep(2_000); // the last changes are on their way
    if (lost.get() != null) {
      throw new IllegalStateException("a watch ended, so not all changes were counted", lost.get());
    }
    long counted =
        writes.stream()
            .filter(it -> COUNTED.contains(it.right().resource()) && it.code() < 400)
            .filter(it -> Bed.SERVED.equals(it.namespace()))
            .count();
    Figures.print(name, counted - changes.get(), "requests", services);
  }

  private <T extends HasMetadata> Watch watch(KubernetesClient client, Class<T> type) {
    Map<String, String> last = new HashMap<>();
    client
        .resources(type)
        .inNamespace(Bed.SERVED)
        .list()
        .getItems()
        .forEach(it -> last.put(it.getMetadata().getName(), written(it)));
    return client.resources(type).inNamespace(Bed.SERVED).watch(new Counter<>(last));
  }

  private final class Counter<T extends HasMetadata> implements Watcher<T> {
    private final Map<String, String> last;

    Counter(Map<String, String> last) {
      this.last = last;
    }

    @Override
    public void eventReceived(Action action, T object) {
      String name = object.getMetadata().getName();
      if (action == Action.DELETED) {
        last.remove(name);
        if (!(object instanceof Service)) {
          changes.incrementAndGet();
        }
        return;
      }
      String now = written(object);
      String before = last.put(name, now);
      boolean ours = before != null || !now.isEmpty();
      if (ours && !now.equals(before)) {
        changes.incrementAndGet();
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      lost.set(cause);
    }
  }

  /** What the operator writes of an object; empty for a service that has no status yet. */
  private static String written(HasMetadata object) {
    if (object instanceof Service service) {
      return service.getStatus() == null ? "" : Mappers.canonical(service.getStatus());
    }
    ObjectNode tree = Mappers.json().valueToTree(object);
    tree.remove("status");
    ObjectNode metadata = (ObjectNode) tree.path("metadata");
    metadata.remove(OF_THE_SERVER);
    if (metadata.path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(REVISION);
    }
    return Mappers.canonical(tree);
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
  }
}
