package dev.longshore.ecs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderStatus;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterStatus;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClusterIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static String first;
  private static RunningOperator operator;

  @BeforeAll
  static void start() {
    first = CLUSTER.freshNamespace();
    operator = RunningOperator.in(CLUSTER, first);
  }

  @AfterAll
  static void stop() {
    if (operator != null) {
      operator.close();
    }
  }

  @BeforeEach
  void clean() {
    operator.client().resources(Cluster.class).inNamespace(first).delete();
    await()
        .until(
            () ->
                operator
                    .client()
                    .resources(Cluster.class)
                    .inNamespace(first)
                    .list()
                    .getItems()
                    .isEmpty());
  }

  @Test
  void a_strategy_waits_for_its_provider_and_heals_when_it_appears() {
    // Given
    apply(
        cluster("shop"),
        """
        {"capacityProviders":["late"],"defaultCapacityProviderStrategy":[{"capacityProvider":"late","weight":1}]}
        """);
    await()
        .untilAsserted(
            () -> {
              Condition ready = ready(status(cluster("shop")).conditions());
              assertThat(ready.getStatus()).isEqualTo("False");
              assertThat(ready.getReason()).isEqualTo("CapacityProviderNotFound");
              assertThat(ready.getMessage())
                  .contains("The specified capacity provider 'late' was not found.");
            });

    // When
    node("late-node");
    apply(provider("late"), "{\"kubernetes\":{\"nodeSelector\":{\"pool\":\"late-node\"}}}");

    // Then
    await()
        .untilAsserted(
            () -> {
              ClusterStatus status = status(cluster("shop"));
              assertThat(ready(status.conditions()).getStatus()).isEqualTo("True");
              assertThat(status.status()).isEqualTo("ACTIVE");
              assertThat(status.clusterArn()).endsWith(":cluster/shop");
              assertThat(status.registeredContainerInstancesCount()).isEqualTo(1);
            });
    CapacityProviderStatus status = status(provider("late"));
    assertThat(status.status()).isEqualTo("ACTIVE");
    assertThat(status.type()).isEqualTo("EC2_AUTOSCALING");
    assertThat(status.registeredContainerInstancesCount()).isEqualTo(1);
  }

  @Test
  void a_provider_counts_nodes_as_they_come_and_go() {
    // Given
    apply(provider("elastic"), "{\"kubernetes\":{\"nodeSelector\":{\"pool\":\"elastic-node\"}}}");
    await().untilAsserted(() -> assertThat(nodes("elastic")).isZero());

    // When / Then
    node("elastic-node");
    await().untilAsserted(() -> assertThat(nodes("elastic")).isEqualTo(1));
    operator.client().nodes().withName("elastic-node").delete();
    await().untilAsserted(() -> assertThat(nodes("elastic")).isZero());
  }

  @Test
  void a_namespace_is_one_cluster() throws InterruptedException {
    // Given
    apply(cluster("old"), "{}");
    Thread.sleep(1100); // creation times have seconds

    // When
    apply(cluster("new"), "{}");

    // Then
    await()
        .untilAsserted(
            () -> {
              ClusterStatus status = status(cluster("new"));
              assertThat(ready(status.conditions()).getReason()).isEqualTo("DuplicateName");
              assertThat(status.status()).isEqualTo("FAILED");
            });
    assertThat(ready(status(cluster("old")).conditions()).getStatus()).isEqualTo("True");
  }

  private static Integer nodes(String provider) {
    return status(provider(provider)).registeredContainerInstancesCount();
  }

  private static void node(String name) {
    operator
        .client()
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pool", name)
                .endMetadata()
                .build())
        .create();
  }

  private static Cluster cluster(String name) {
    Cluster cluster = new Cluster();
    cluster.getMetadata().setName(name);
    cluster.getMetadata().setNamespace(first);
    return cluster;
  }

  private static CapacityProvider provider(String name) {
    CapacityProvider provider = new CapacityProvider();
    provider.getMetadata().setName(name);
    return provider;
  }

  private static <S, T extends CustomResource<S, ?>> void apply(T object, String spec) {
    var serialization = operator.client().getKubernetesSerialization();
    String json = serialization.asJson(object);
    String full = json.substring(0, json.lastIndexOf('}')) + ",\"spec\":" + spec + "}";
    operator.client().resource(full).fieldManager("test").forceConflicts().serverSideApply();
  }

  private static <S, T extends CustomResource<?, S>> S status(T like) {
    T object = operator.client().resource(like).get();
    assertThat(object).isNotNull();
    assertThat(object.getStatus()).isNotNull();
    return object.getStatus();
  }

  private static Condition ready(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .findFirst()
        .orElseThrow();
  }
}
