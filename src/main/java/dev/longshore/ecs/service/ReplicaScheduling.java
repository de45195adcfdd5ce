package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Actions;
import dev.longshore.core.Labels;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * REPLICA: the Deployments of the plan are those of the cluster.
 *
 * @param balanced whether tasks that run are moved to zones that have fewer
 */
record ReplicaScheduling(List<Deployment> seen, NodesSeen nodes, boolean balanced)
    implements Scheduling {
  ReplicaScheduling {
    seen = List.copyOf(seen);
  }

  @Override
  public ServiceObserved observe(Collection<Pod> pods, Look look) {
    ServiceObserved observed = ServiceObserved.of(seen, pods, look);
    return balanced ? observed.among(nodes.open()) : observed;
  }

  @Override
  public List<Deployment> children(Service service, ServicePlan plan, ServiceObserved observed) {
    return plan.children();
  }

  /**
   * A ReplicaSet that has still to shrink would make a deleted task again, beside what starts in
   * its room. It drops those that are not ready first, so none of them is forgotten.
   */
  @Override
  public List<Pod> stops(ServicePlan plan, ServiceObserved observed, List<Pod> failed) {
    Map<String, Integer> wanted =
        plan.children().stream()
            .collect(
                Collectors.toMap(
                    it -> it.getMetadata().getName(), it -> it.getSpec().getReplicas()));
    Set<String> dropped =
        observed.children().stream()
            .filter(child -> shrinks(child, wanted.getOrDefault(child.name(), 0)))
            .flatMap(child -> child.faults().stream())
            .map(TaskFault::uid)
            .collect(Collectors.toSet());
    return failed.stream().filter(it -> !dropped.contains(it.getMetadata().getUid())).toList();
  }

  private static boolean shrinks(Running child, int wanted) {
    return wanted < child.replicas() || child.replicas() < child.tasks().live();
  }

  @Override
  public void mark(ServicePlan plan, ServiceObserved observed, Actions actions) {
    Protection.mark(observed, actions);
    Optional<ZoneMoves> moves =
        balanced ? Optional.of(ZoneMoves.of(plan, observed, nodes.open())) : Optional.empty();
    Optional<Pod> moving = moves.flatMap(ZoneMoves::moving);
    Draining.mark(
        observed,
        pod ->
            nodes.cordoned().stream().anyMatch(it -> CordonedNode.drains(it, pod))
                ? Optional.of(Draining.NODE)
                : moving.filter(pod::equals).map(it -> Draining.ZONE),
        actions);
    moving.ifPresent(
        pod ->
            moves
                .flatMap(it -> it.note(pod))
                .ifPresent(it -> actions.annotate(pod, Map.of(Labels.BALANCED, Optional.of(it)))));
  }

  @Override
  public Optional<Instant> next(ServicePlan plan, ServiceObserved observed) {
    return Stream.concat(
            ZoneMoves.patience(observed).stream(), evictions(plan, observed).next().stream())
        .min(Comparator.naturalOrder());
  }

  @Override
  public Optional<Integer> budget(ServicePlan plan, ServiceObserved observed) {
    return Optional.of(evictions(plan, observed).least());
  }

  private Evictions evictions(ServicePlan plan, ServiceObserved observed) {
    return new Evictions(plan.bounds(), plan.course(), observed, nodes.cordoned());
  }
}
