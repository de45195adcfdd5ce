package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.operator.OperatorConfig.Leadership;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperatorAppIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  @Test
  void health_and_metrics_are_served_with_few_labels() throws Exception {
    // Given
    try (RunningOperator operator = RunningOperator.in(CLUSTER, CLUSTER.freshNamespace())) {

      // When / Then
      assertThat(get(operator, "/livez").statusCode()).isEqualTo(200);
      assertThat(get(operator, "/nothing").statusCode()).isEqualTo(404);
      await().untilAsserted(() -> assertThat(get(operator, "/readyz").statusCode()).isEqualTo(200));
      assertThat(get(operator, "/metrics").body())
          .contains("jvm_memory_used_bytes")
          .contains("operator_sdk_")
          .doesNotContain("resource_name=");
    }
  }

  @Test
  void a_second_replica_leads_when_the_first_ends() throws Exception {
    // Given
    String namespace = CLUSTER.freshNamespace();
    RunningOperator first = RunningOperator.start(CLUSTER, replica(namespace, "one"));
    try (RunningOperator second = RunningOperator.start(CLUSTER, replica(namespace, "two"))) {
      await().untilAsserted(() -> assertThat(leader(namespace)).isEqualTo("one"));
      assertThat(get(second, "/readyz").statusCode()).isEqualTo(200);

      // When
      first.close();

      // Then
      await()
          // less than the 15 seconds after which the lease runs out by itself
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(leader(namespace)).isEqualTo("two"));
    }
  }

  private static OperatorConfig replica(String namespace, String name) {
    return new OperatorConfig(
        Set.of(namespace),
        Duration.ofMinutes(10),
        2,
        0,
        Optional.empty(),
        Optional.of(new Leadership(namespace, name)));
  }

  private static String leader(String namespace) {
    var lease = CLUSTER.client().leases().inNamespace(namespace).withName(Leading.LEASE).get();
    return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
  }

  private static HttpResponse<String> get(RunningOperator operator, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + operator.port() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
