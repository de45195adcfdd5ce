package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.podspec.TaskPort;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ports of the ClusterIP Service: those that tasks of any deployment listen on. A port appears with
 * the first deployment that has it and goes with the last. It leads to the container port of its
 * name, which tasks without that port do not have: so a roll or a roll-back cuts off nobody.
 */
final class ServicePorts {
  private final List<ServicePort> ports = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();

  private final Predicate<TaskPort> named;

  private ServicePorts(Predicate<TaskPort> named) {
    this.named = named;
  }

  /**
   * The ports of some children.
   *
   * @param children whose ports are named first where names collide
   */
  static List<ServicePort> of(List<Deployment> children) {
    ServicePorts all =
        new ServicePorts(port -> children.stream().allMatch(child -> names(child, port)));
    children.stream().flatMap(ServicePorts::ports).forEach(all::add);
    return List.copyOf(all.ports);
  }

  /** Whether a child calls the port by its plain name, if it has it at all. */
  private static boolean names(Deployment child, TaskPort port) {
    return containers(child)
        .flatMap(container -> container.getPorts().stream())
        .filter(it -> it.getContainerPort() == port.port())
        .filter(it -> unnamed(it).protocol().equals(port.protocol()))
        .allMatch(it -> port.plainName().equals(it.getName()));
  }

  private static Stream<Container> containers(Deployment child) {
    PodSpec pod = child.getSpec().getTemplate().getSpec();
    return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
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
    return containers(child)
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
              .withTargetPort(
                  named.test(port)
                      ? new IntOrString(port.plainName())
                      : new IntOrString(port.port()))
              .withAppProtocol(port.appProtocol())
              .build());
    }
  }

  private static Stream<String> names(TaskPort port) {
    @Nullable String given = port.name();
    Stream<String> first =
        given == null || given.isEmpty() ? Stream.of() : Stream.of(Names.dnsLabel(given));
    return Stream.concat(first, Stream.iterate(port.plainName(), name -> name + "-x"));
  }
}
