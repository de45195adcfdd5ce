package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AutoScaling;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.PortMapping;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The children that a service has once: its ClusterIP Service, disruption budget and autoscaler.
 */
final class ServiceResources {
  private ServiceResources() {}

  /**
   * All of them, in the order they are written.
   *
   * @param rolling a deployment is in progress
   */
  static List<HasMetadata> of(
      Service service, ServiceInputs inputs, Bounds bounds, boolean rolling) {
    List<HasMetadata> all = new ArrayList<>();
    clusterIp(service, inputs).ifPresent(all::add);
    all.add(disruptionBudget(service, inputs.cluster(), bounds));
    autoScaling(service)
        .map(
            scaling ->
                Autoscaling.of(
                    service, scaling, ServiceNames.metadata(service, inputs.cluster()), rolling))
        .ifPresent(all::add);
    return all;
  }

  private static Optional<AutoScaling> autoScaling(Service service) {
    ServiceKubernetes ours = service.getSpec().kubernetes();
    return Optional.ofNullable(ours).map(ServiceKubernetes::autoScaling);
  }

  private static Optional<HasMetadata> clusterIp(Service service, ServiceInputs inputs) {
    List<ServicePort> ports = ports(inputs.definition());
    return ports.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ServiceBuilder()
                .withMetadata(ServiceNames.metadata(service, inputs.cluster()))
                .withNewSpec()
                .withSelector(ServiceNames.selector(service))
                .withPorts(ports)
                .endSpec()
                .build());
  }

  /** Until tasks on cordoned nodes are replaced start-first, one task may always be evicted. */
  private static PodDisruptionBudget disruptionBudget(
      Service service, String cluster, Bounds bounds) {
    int minimum = Math.max(0, Math.min(bounds.minHealthy(), bounds.desired() - 1));
    return new PodDisruptionBudgetBuilder()
        .withMetadata(ServiceNames.metadata(service, cluster))
        .withNewSpec()
        .withMinAvailable(new IntOrString(minimum))
        .withNewSelector()
        .withMatchLabels(ServiceNames.selector(service))
        .endSelector()
        .endSpec()
        .build();
  }

  private static List<ServicePort> ports(TaskDefinitionSpec definition) {
    Map<String, ServicePort> byName = new LinkedHashMap<>();
    definition.containerDefinitions().stream()
        .map(ContainerDefinition::portMappings)
        .flatMap(List::stream)
        .flatMap(ServiceResources::port)
        .forEach(port -> byName.putIfAbsent(port.getPort() + port.getProtocol(), port));
    return List.copyOf(byName.values());
  }

  private static Stream<ServicePort> port(PortMapping mapping) {
    Integer number = mapping.containerPort();
    if (number == null) {
      return Stream.empty();
    }
    String protocol = mapping.protocol() == null ? "tcp" : mapping.protocol();
    String name = mapping.name();
    return Stream.of(
        new ServicePortBuilder()
            .withName(
                name == null || name.isEmpty()
                    ? Names.dnsLabel(protocol, String.valueOf(number))
                    : Names.dnsLabel(name))
            .withPort(number)
            .withProtocol(protocol.toUpperCase(Locale.ROOT))
            .withTargetPort(new IntOrString(number))
            .withAppProtocol(appProtocol(mapping.appProtocol()))
            .build());
  }

  private static @Nullable String appProtocol(@Nullable String ecs) {
    return switch (ecs) {
      case null -> null;
      case "http2" -> "kubernetes.io/h2c";
      default -> ecs;
    };
  }
}
