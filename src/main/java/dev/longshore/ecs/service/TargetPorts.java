package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.LoadBalancer;
import dev.longshore.api.ecs.v1.ServiceRegistry;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Problem;
import dev.longshore.ecs.podspec.Ports;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code loadBalancers} and {@code serviceRegistries} send traffic: a port that the ClusterIP
 * Service has, as it has all ports of the definition (CreateService, InvalidParameterException).
 */
record TargetPorts(String path, @Nullable String container, @Nullable Integer port) {
  private static final String INVALID = "InvalidParameterException";

  static List<Problem> problems(ServiceSpec spec, TaskDefinitionSpec definition) {
    return all(spec).flatMap(it -> it.problem(definition).stream()).toList();
  }

  private static Stream<TargetPorts> all(ServiceSpec spec) {
    List<LoadBalancer> balancers = spec.loadBalancers();
    List<ServiceRegistry> registries = spec.serviceRegistries();
    return Stream.concat(
        IntStream.range(0, balancers.size()).mapToObj(i -> of(i, balancers.get(i))),
        IntStream.range(0, registries.size()).mapToObj(i -> of(i, registries.get(i))));
  }

  private static TargetPorts of(int index, LoadBalancer it) {
    String path = "loadBalancers[" + index + "]";
    return new TargetPorts(path, it.containerName(), it.containerPort());
  }

  private static TargetPorts of(int index, ServiceRegistry it) {
    String path = "serviceRegistries[" + index + "]";
    return new TargetPorts(path, it.containerName(), it.containerPort());
  }

  private Optional<Problem> problem(TaskDefinitionSpec definition) {
    if (container == null || container.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContainerDefinition> found =
        definition.containerDefinitions().stream()
            .filter(it -> container.equals(it.name()))
            .findFirst();
    if (found.isEmpty()) {
      return refusal(
          ".containerName: The container %s does not exist in the task definition. Name one that"
              + " does.",
          container);
    }
    return port == null || Ports.listens(found.get(), port)
        ? Optional.empty()
        : refusal(
            ".containerPort: The container %s did not have a container port %d defined. Add it to"
                + " the container's portMappings or name one that is there.",
            container, port);
  }

  private Optional<Problem> refusal(String message, Object... values) {
    return Optional.of(new Problem(INVALID, path + message.formatted(values)));
  }
}
