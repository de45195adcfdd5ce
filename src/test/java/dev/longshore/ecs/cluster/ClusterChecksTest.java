package dev.longshore.ecs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                        |
          {"capacityProviders":["FARGATE","gpu"]}                   |
          {"capacityProviders":["FARGATE"],"defaultCapacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1}]} |
          {"capacityProviders":["nope"]}                            | CapacityProviderNotFound
          {"defaultCapacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1}]} | InvalidParameterException
          {"kubernetes":{"capacityProviders":[{"name":"FARGATE"}]}} |
          {"kubernetes":{"capacityProviders":[{"name":"gpu"}]}}     | InvalidParameterException
          """)
  void associations_and_strategy_are_checked(String spec, String reason) {
    // Given
    Cluster cluster = cluster("c", spec);

    // When
    List<Problem> problems =
        ClusterChecks.of(
            cluster,
            List.of(cluster),
            Providers.of(List.of(provider("gpu", "a")), Optional.of(cluster)));

    // Then
    assertThat(problems)
        .extracting(Problem::reason)
        .containsExactlyElementsOf(Stream.ofNullable(reason).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                         | 3
          {"capacityProviders":["FARGATE"]}          | 0
          {"capacityProviders":["gpu"]}              | 1
          {"capacityProviders":["gpu","FARGATE"]}    | 1
          {"capacityProviders":["gpu","also","cpu"]} | 2
          """)
  void instances_are_the_nodes_of_associated_providers(String spec, int count) {
    // Given
    List<CapacityProvider> providers =
        List.of(provider("gpu", "a"), provider("also", "a"), provider("cpu", "b"));
    List<Node> nodes = List.of(node("a"), node("b"), node("c"));

    // When / Then
    assertThat(ClusterObserved.instances(cluster("c", spec), providers, nodes)).isEqualTo(count);
  }

  @Test
  void tasks_are_summed_over_services() {
    // Given
    List<Service> services =
        List.of(
            service("{\"status\":\"ACTIVE\",\"runningCount\":2,\"pendingCount\":1}"),
            service("{\"status\":\"ACTIVE\",\"runningCount\":3}"),
            service("{\"status\":\"DRAINING\",\"runningCount\":1}"),
            new Service());

    // When / Then
    assertThat(ClusterObserved.of(services, List.of(), 4))
        .isEqualTo(new ClusterObserved(4, 6, 1, 2));
  }

  private static Cluster cluster(String name, String spec) {
    Cluster cluster = new Cluster();
    cluster.getMetadata().setName(name);
    cluster.getMetadata().setNamespace("shop");
    cluster.getMetadata().setUid(name);
    cluster.setSpec(read(spec, ClusterSpec.class));
    return cluster;
  }

  private static CapacityProvider provider(String name, String pool) {
    CapacityProvider provider = new CapacityProvider();
    provider.getMetadata().setName(name);
    provider.setSpec(
        read(
            "{\"kubernetes\":{\"nodeSelector\":{\"pool\":\"%s\"}}}".formatted(pool),
            CapacityProviderSpec.class));
    return provider;
  }

  private static Node node(String pool) {
    return new NodeBuilder().withNewMetadata().addToLabels("pool", pool).endMetadata().build();
  }

  private static Service service(String status) {
    Service service = new Service();
    service.setStatus(read(status, ServiceStatus.class));
    return service;
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Mappers.json().readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
