package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API server makes of writes that must not meet somebody else's object. */
class ActionsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Actions actions = new Actions(new WriteGate(client));

  @AfterEach
  void delete() {
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void aFreeNameIsClaimedAndClaimedAgain() {
    assertThat(actions.claim(map("ours"))).isPresent();
    assertThat(actions.claim(map("ours"))).isPresent();
    assertThat(live().orElseThrow().getMetadata().getManagedFields())
        .allMatch(it -> it.getManager().equals(Applier.FIELD_MANAGER));
  }

  @Test
  void aNameThatSomebodyElseHasIsLeftToThem() {
    ConfigMap theirs = client.resource(map("theirs")).create();

    assertThat(actions.claim(map("ours"))).isEmpty();
    assertThat(live()).hasValue(theirs);
  }

  @Test
  void onlyWhatWasSeenIsDeleted() {
    ConfigMap seen = client.resource(map("first")).create();
    client.resource(seen).delete();
    ConfigMap next = client.resource(map("second")).create();

    assertThat(actions.delete(seen)).isFalse();
    assertThat(live()).hasValue(next);

    assertThat(actions.delete(next)).isTrue();
    assertThat(live()).isEmpty();
    assertThat(actions.delete(next)).isTrue();
  }

  @Test
  void whatIsGoneIsNotChanged() {
    ConfigMap gone = client.resource(map("ours")).create();
    client.resource(gone).delete();

    actions.merge(gone, "{\"data\":{\"data\":\"new\"}}");
    actions.annotate(gone, Map.of("a", Optional.of("b")));

    assertThat(live()).isEmpty();
  }

  private Optional<ConfigMap> live() {
    return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName("web").get());
  }

  private ConfigMap map(String data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace(namespace)
        .endMetadata()
        .withData(Map.of("data", data))
        .build();
  }
}
