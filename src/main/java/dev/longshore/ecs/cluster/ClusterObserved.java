package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.Node;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a cluster (members of API shape {@code Cluster}).
 *
 * @param instances nodes of the associated providers, or all nodes where none is associated
 * @param running tasks that run
 * @param pending tasks that do not run yet
 * @param services services that are ACTIVE
 */
record ClusterObserved(int instances, int running, int pending, int services) {
  static final ClusterObserved NOTHING = new ClusterObserved(0, 0, 0, 0);

  /** What one service adds to the counts of its cluster. */
  static ClusterObserved of(Service service) {
    ServiceStatus status = service.getStatus();
    if (status == null) {
      return NOTHING;
    }
    return new ClusterObserved(
        0,
        number(status.runningCount()),
        number(status.pendingCount()),
        "ACTIVE".equals(status.status()) ? 1 : 0);
  }

  /** What one task that runs on its own adds; ECS counts no task that is stopping. */
  static ClusterObserved of(Task task) {
    String state = task.getStatus() == null ? null : task.getStatus().lastStatus();
    return switch (state) {
      case "RUNNING" -> new ClusterObserved(0, 1, 0, 0);
      case "PROVISIONING", "PENDING", "ACTIVATING" -> new ClusterObserved(0, 0, 1, 0);
      case null, default -> NOTHING;
    };
  }

  /** The counts of a cluster from what is in its namespace. */
  static ClusterObserved of(Collection<Service> services, Collection<Task> tasks, int instances) {
    return Stream.concat(
            services.stream().map(ClusterObserved::of), tasks.stream().map(ClusterObserved::of))
        .reduce(new ClusterObserved(instances, 0, 0, 0), ClusterObserved::plus);
  }

  /** Nodes that are the cluster's container instances; the built-in providers have none. */
  static int instances(Cluster cluster, Collection<CapacityProvider> all, Collection<Node> nodes) {
    List<String> associated =
        cluster.getSpec().capacityProviders().stream().map(Providers::nameOf).toList();
    List<CapacityProvider> own =
        all.stream().filter(it -> associated.contains(Providers.name(it))).toList();
    return (int)
        nodes.stream()
            .filter(
                node -> associated.isEmpty() || own.stream().anyMatch(it -> Nodes.has(it, node)))
            .count();
  }

  private ClusterObserved plus(ClusterObserved other) {
    return new ClusterObserved(
        instances + other.instances,
        running + other.running,
        pending + other.pending,
        services + other.services);
  }

  private static int number(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
