package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteGateTest {
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(Config.empty()).build();
  private final WriteGate gate = new WriteGate(client);

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void givesTheClientUntilItIsClosed() {
    assertThat(gate.client()).isSameAs(client);

    gate.close();

    assertThatThrownBy(gate::client).hasMessageContaining("is ending");
    assertThatThrownBy(() -> new Actions(gate).list(ConfigMap.class, "shop"))
        .hasMessageContaining("is ending");
  }
}
