package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.podspec.TaskPort;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ports of the ClusterIP Service: those that tasks of any deployment listen on. A port appears with
 * the first deployment that has it and goes with the last, so a roll or a roll-back cuts off
 * nobody.
 */
final class ServicePorts {
  private final List<ServicePort> ports = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();

  private ServicePorts() {}

  /**
   * The ports of some children.
   *
   * @param children whose ports are named first where names collide
   */
  static List<ServicePort> of(List<Deployment> children) {
    ServicePorts all = new ServicePorts();
    children.stream().flatMap(ServicePorts::ports).forEach(all::add);
    return List.copyOf(all.ports);
  }

  private static Stream<TaskPort> ports(Deployment child) {
    String json = child.getMetadata().getAnnotations().get(Labels.PORTS);
    try {
      return json == null
          ? opened(child)
          : Stream.of(Mappers.json().readValue(json, TaskPort[].class));
    } catch (JsonProcessingException e) {
      return opened(child);
    }
  }

  /** Somebody removed the annotation: the pods still say what is open. */
  private static Stream<TaskPort> opened(Deployment child) {
    PodSpec pod = child.getSpec().getTemplate().getSpec();
    return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
        .flatMap(container -> container.getPorts().stream())
        .map(ServicePorts::unnamed);
  }

  private static TaskPort unnamed(ContainerPort port) {
    String protocol = port.getProtocol() == null ? "TCP" : port.getProtocol();
    return new TaskPort("", port.getContainerPort(), protocol, null, null);
  }

  private void add(TaskPort port) {
    if (numbers.add(port.protocol() + port.port())) {
      String name = names(port).filter(names::add).findFirst().orElseThrow();
      ports.add(
          new ServicePortBuilder()
              .withName(name)
              .withPort(port.port())
              .withProtocol(port.protocol())
              .withTargetPort(new IntOrString(port.port()))
              .withAppProtocol(port.appProtocol())
              .build());
    }
  }

  private static Stream<String> names(TaskPort port) {
    String plain =
        Names.dnsLabel(port.protocol().toLowerCase(Locale.ROOT), String.valueOf(port.port()));
    @Nullable String given = port.name();
    Stream<String> first =
        given == null || given.isEmpty() ? Stream.of() : Stream.of(Names.dnsLabel(given));
    return Stream.concat(first, Stream.iterate(plain, name -> name + "-x"));
  }
}
