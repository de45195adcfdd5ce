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
 *
 * @param cluster ECS name of the service's cluster
 */
record ServiceResources(Service service, String cluster, ServicePlan plan, Rollout rollout) {

  /**
   * All of them, in the order they are written.
   *
   * @param budget ready tasks that an eviction must leave; none where there is to be no budget
   */
  List<HasMetadata> with(Optional<Integer> budget) {
    ObjectMeta metadata = ServiceNames.metadata(service, cluster);
    List<HasMetadata> all = new ArrayList<>();
    clusterIp(metadata).ifPresent(all::add);
    budget.map(it -> disruptionBudget(metadata, it)).ifPresent(all::add);
    autoScaling()
        .flatMap(scaling -> Autoscaling.of(service, scaling, metadata, rollout.rolling()))
        .ifPresent(all::add);
    return all;
  }

  private Optional<AutoScaling> autoScaling() {
    ServiceKubernetes ours = service.getSpec().kubernetes();
    return Optional.ofNullable(ours).map(ServiceKubernetes::autoScaling);
  }

  private Optional<HasMetadata> clusterIp(ObjectMeta metadata) {
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

  /** What is not ready serves nobody, and may be evicted however few the others are. */
  private PodDisruptionBudget disruptionBudget(ObjectMeta metadata, int least) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(new ObjectMetaBuilder(metadata).build())
        .withNewSpec()
        .withMinAvailable(new IntOrString(least))
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(ServiceNames.selector(service))
        .endSelector()
        .endSpec()
        .build();
  }
}
