package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Actions;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which stock objects keep a service's tasks (member {@code schedulingStrategy}). Plans are made of
 * one Deployment for each ECS deployment and provider, whatever is in the cluster; this is where
 * they meet what is.
 */
sealed interface Scheduling permits ReplicaScheduling, DaemonScheduling {

  /** The children as they were seen: what is written is decided on these versions and no newer. */
  List<? extends HasMetadata> seen();

  ServiceObserved observe(Collection<Pod> pods, Look look);

  /** The children that a plan asks for. */
  List<? extends HasMetadata> children(Service service, ServicePlan plan, ServiceObserved observed);

  /**
   * Tasks to stop now.
   *
   * @param failed those that stopped or are unhealthy, and that are due to be replaced
   */
  List<Pod> stops(ServicePlan plan, ServiceObserved observed, List<Pod> failed);

  /** Tells Kubernetes which tasks are to stay and which are to go first, where it may choose. */
  void mark(ServicePlan plan, ServiceObserved observed, Actions actions);

  /**
   * Nodes of the cluster.
   *
   * @param cordoned those that take no more tasks
   * @param open all others, for who asks
   */
  record NodesSeen(List<Node> cordoned, Supplier<List<Node>> open) {
    public NodesSeen {
      cordoned = List.copyOf(cordoned);
    }
  }

  /** When to look again without being woken. */
  Optional<Instant> next(ServicePlan plan, ServiceObserved observed);

  /**
   * Ready tasks that an eviction must leave; none where a budget could only keep a node from being
   * drained, for its task can go nowhere else.
   */
  Optional<Integer> budget(ServicePlan plan, ServiceObserved observed);

  static boolean daemon(Service service) {
    return daemon(service.getSpec());
  }

  static boolean daemon(ServiceSpec spec) {
    return "DAEMON".equals(spec.schedulingStrategy());
  }

  /**
   * Whether it matters to a service which nodes there are, also while none of its tasks is there.
   */
  static boolean asksNodes(ServiceSpec spec) {
    return daemon(spec) || ZoneBalance.enabled(spec);
  }

  /**
   * Of the strategy of a service, which never changes.
   *
   * @param children of any kind that the service has
   */
  static Scheduling of(
      Service service, Collection<? extends HasMetadata> children, NodesSeen nodes) {
    return daemon(service)
        ? new DaemonScheduling(only(DaemonSet.class, children).findFirst(), nodes.cordoned())
        : new ReplicaScheduling(
            only(Deployment.class, children).toList(),
            nodes,
            ZoneBalance.enabled(service.getSpec()));
  }

  private static <T> Stream<T> only(Class<T> type, Collection<? extends HasMetadata> children) {
    return children.stream().filter(type::isInstance).map(type::cast);
  }
}
