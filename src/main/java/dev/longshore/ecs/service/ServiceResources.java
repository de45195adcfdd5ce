package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AutoScaling;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The children that a service has once: its ClusterIP Service, disruption budget and autoscaler.
 */
final class ServiceResources {
  private ServiceResources() {}

  /**
   * All of them, in the order they are written.
   *
   * @param cluster ECS name of the service's cluster
   */
  static List<HasMetadata> of(Service service, String cluster, ServicePlan plan, Rollout rollout) {
    ObjectMeta metadata = ServiceNames.metadata(service, cluster);
    List<HasMetadata> all = new ArrayList<>();
    clusterIp(service, metadata, plan).ifPresent(all::add);
    if (!Scheduling.daemon(service)) {
      // a daemon's task goes with its node and can go nowhere else: a budget could only block that
      all.add(disruptionBudget(service, metadata, plan));
    }
    autoScaling(service)
        .flatMap(scaling -> Autoscaling.of(service, scaling, metadata, rollout.rolling()))
        .ifPresent(all::add);
    return all;
  }

  private static Optional<AutoScaling> autoScaling(Service service) {
    ServiceKubernetes ours = service.getSpec().kubernetes();
    return Optional.ofNullable(ours).map(ServiceKubernetes::autoScaling);
  }

  private static Optional<HasMetadata> clusterIp(
      Service service, ObjectMeta metadata, ServicePlan plan) {
    List<ServicePort> ports = ServicePorts.of(plan.serving());
    return ports.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ServiceBuilder()
                .withMetadata(new ObjectMetaBuilder(metadata).build())
                .withNewSpec()
                .withSelector(ServiceNames.selector(service))
                .withPorts(ports)
                .endSpec()
                .build());
  }

  /**
   * Tasks on cordoned nodes are replaced before they stop, so the budget holds up no drain for
   * good; where they cannot be, one may always be evicted.
   */
  private static PodDisruptionBudget disruptionBudget(
      Service service, ObjectMeta metadata, ServicePlan plan) {
    Bounds bounds = plan.bounds();
    boolean moves = !plan.course().frozen() && !bounds.stuck();
    int most = moves ? bounds.minHealthy() : bounds.desired() - 1;
    int minimum = Math.max(0, Math.min(bounds.minHealthy(), most));
    return new PodDisruptionBudgetBuilder()
        .withMetadata(new ObjectMetaBuilder(metadata).build())
        .withNewSpec()
        .withMinAvailable(new IntOrString(minimum))
        .withNewSelector()
        .withMatchLabels(ServiceNames.selector(service))
        .endSelector()
        .endSpec()
        .build();
  }
}
