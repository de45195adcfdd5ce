package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.PortMapping;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ContainerDefinition.portMappings: ports of the pod; nothing is opened on a node. */
public final class Ports implements PodFeature {
  private static final String BASE = "containerDefinitions[].portMappings";

  /** Services have no ranges: each port of one is a port of its own, up to this many. */
  private static final int LONGEST_RANGE = 100;

  private static final Map<String, String> APP_PROTOCOLS =
      Map.of("http", "http", "http2", "kubernetes.io/h2c", "grpc", "grpc");

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(BASE, "containers[].ports"),
        FieldRule.exact(BASE + "[].containerPort", "containers[].ports[].containerPort"),
        FieldRule.exact(BASE + "[].protocol", "containers[].ports[].protocol"),
        FieldRule.equivalent(BASE + "[].hostPort", "", "the pod has its own address and ports")
            .except(
                new FieldRule.Exception(
                    "a fixed port in bridge mode",
                    (value, document) ->
                        value.asInt() != 0
                            && document.path("networkMode").asText("bridge").equals("bridge"),
                    FidelityClass.APPROXIMATED,
                    "no port is opened on the node; reach the task through its Service")),
        FieldRule.equivalent(
            BASE + "[].name", "Service ports[].name", "made DNS-safe where it is not"),
        FieldRule.exact(BASE + "[].appProtocol", "Service ports[].appProtocol"),
        FieldRule.equivalent(
                BASE + "[].containerPortRange",
                "containers[].ports",
                "every port of the range is listed")
            .rejecting(
                "more than 100 ports",
                (value, document) -> range(value.asText()).count() > LONGEST_RANGE,
                "the range has more than 100 ports and Kubernetes Services have no ranges; split"
                    + " it or use a smaller one"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    of(definition)
        .map(port -> new ContainerPort(port.port(), null, null, port.plainName(), port.protocol()))
        .distinct()
        .forEach(draft.getPorts()::add);
  }

  /** Every port of a task, in the order of the definition, without repetition. */
  public static List<TaskPort> of(TaskDefinitionSpec definition) {
    return definition.containerDefinitions().stream().flatMap(Ports::of).distinct().toList();
  }

  /** Whether a container has the port in its portMappings. */
  public static boolean listens(ContainerDefinition container, int port) {
    return of(container).anyMatch(it -> it.port() == port);
  }

  private static Stream<TaskPort> of(ContainerDefinition container) {
    return container.portMappings().stream()
        .flatMap(mapping -> numbers(mapping).mapToObj(port -> port(container, mapping, port)));
  }

  private static TaskPort port(ContainerDefinition container, PortMapping mapping, int port) {
    String protocol = mapping.protocol() == null ? "tcp" : mapping.protocol();
    String appProtocol = mapping.appProtocol();
    return new TaskPort(
        Containers.name(container),
        port,
        protocol.toUpperCase(Locale.ROOT),
        mapping.name(),
        appProtocol == null ? null : APP_PROTOCOLS.get(appProtocol));
  }

  private static IntStream numbers(PortMapping mapping) {
    Integer port = mapping.containerPort();
    return port == null ? range(mapping.containerPortRange()) : IntStream.of(port);
  }

  private static IntStream range(@Nullable String range) {
    if (range == null || !range.matches("\\d{1,5}-\\d{1,5}")) {
      return IntStream.empty();
    }
    String[] ends = range.split("-", 2);
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }
}
