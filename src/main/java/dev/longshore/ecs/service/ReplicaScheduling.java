package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Actions;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** REPLICA: the Deployments of the plan are those of the cluster. */
record ReplicaScheduling(List<Deployment> seen, List<Node> cordoned) implements Scheduling {
  ReplicaScheduling {
    seen = List.copyOf(seen);
    cordoned = List.copyOf(cordoned);
  }

  @Override
  public ServiceObserved observe(Collection<Pod> pods, Look look) {
    return ServiceObserved.of(seen, pods, look);
  }

  @Override
  public List<Deployment> children(Service service, ServicePlan plan, ServiceObserved observed) {
    return plan.children();
  }

  @Override
  public List<Pod> stops(ServicePlan plan, ServiceObserved observed, List<Pod> failed) {
    return failed;
  }

  @Override
  public void mark(ServiceObserved observed, Actions actions) {
    Protection.mark(observed, actions);
    Draining.mark(observed, cordoned, actions);
  }

  @Override
  public Optional<Instant> next(ServiceObserved observed) {
    return Optional.empty();
  }
}
