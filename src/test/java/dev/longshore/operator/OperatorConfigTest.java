package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.operator.OperatorConfig.Leadership;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorConfigTest {

  @Test
  void defaults_serve_the_whole_cluster_alone() {
    // When
    OperatorConfig config = OperatorConfig.defaults();

    // Then
    assertThat(config.namespaces()).isEmpty();
    assertThat(config.resync()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.threads()).isEqualTo(16);
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.leadership()).isEmpty();
  }

  @Test
  void every_variable_has_an_effect() {
    // Given
    Map<String, String> environment =
        Map.of(
            "LONGSHORE_NAMESPACES", "a, b",
            "LONGSHORE_RESYNC", "90s",
            "LONGSHORE_THREADS", "4",
            "LONGSHORE_PORT", "0",
            "LONGSHORE_PROMETHEUS_URL", "http://prometheus:9090/base",
            "LONGSHORE_LEADER_ELECTION", "true",
            "POD_NAMESPACE", "longshore-system",
            "POD_NAME", "longshore-0");

    // When
    OperatorConfig config = OperatorConfig.of(environment);

    // Then
    assertThat(config.namespaces()).containsExactlyInAnyOrder("a", "b");
    assertThat(config.resync()).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.threads()).isEqualTo(4);
    assertThat(config.port()).isZero();
    assertThat(config.prometheus()).contains(URI.create("http://prometheus:9090/base"));
    assertThat(config.leadership()).contains(new Leadership("longshore-system", "longshore-0"));
  }

  @ParameterizedTest
  @CsvSource({
    "LONGSHORE_RESYNC, soon, not a time",
    "LONGSHORE_RESYNC, 0s, above zero",
    "LONGSHORE_THREADS, many, not a whole number",
    "LONGSHORE_THREADS, 0, at least 1",
    "LONGSHORE_PORT, 65536, 0 to 65535",
    "LONGSHORE_PROMETHEUS_URL, prometheus:9090, an address such as http"
  })
  void an_unusable_value_is_named(String name, String value, String remedy) {
    assertThatThrownBy(() -> OperatorConfig.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(remedy);
  }

  @Test
  void leader_election_needs_the_pods_name() {
    assertThatThrownBy(
            () ->
                OperatorConfig.of(
                    Map.of("LONGSHORE_LEADER_ELECTION", "true", "POD_NAMESPACE", "here")))
        .hasMessageContaining("POD_NAME");
  }
}
