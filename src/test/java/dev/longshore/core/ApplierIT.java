package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A write is decided on an object as the cache holds it; the API server says when that is old. */
class ApplierIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Applier applier = new Applier(new WriteGate(client));
  private final ConfigMap owner = client.resource(map("owner", "")).create();

  @AfterEach
  void delete() {
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void whatChangedSinceItWasSeenIsNotWritten() {
    ConfigMap seen = make("first");
    edit();

    assertThat(apply(List.of(map("child", "second")), List.of(seen)).stale()).isTrue();
    assertThat(live().map(ConfigMap::getData)).hasValue(Map.of("data", "first"));

    assertThat(apply(List.of(map("child", "second")), List.of(live().orElseThrow())))
        .isEqualTo(Outcomes.NONE);
    assertThat(live().map(ConfigMap::getData)).hasValue(Map.of("data", "second"));
  }

  @Test
  void whatChangedSinceItWasSeenIsNotDeleted() {
    ConfigMap seen = make("first");
    edit();

    assertThat(apply(List.of(), List.of(seen)).stale()).isTrue();
    assertThat(live()).isPresent();

    assertThat(apply(List.of(), List.of(live().orElseThrow()))).isEqualTo(Outcomes.NONE);
    assertThat(live()).isEmpty();
  }

  @Test
  void aRefusedObjectKeepsNoOtherFromBeingWritten() {
    ConfigMap bad = map("child", "data");
    bad.setData(Map.of("not a key", ""));

    Outcomes outcomes = apply(List.of(bad, map("other", "data")), List.of());

    assertThat(outcomes.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("ConfigMap child", "not a key"));
    assertThat(client.configMaps().inNamespace(namespace).withName("other").get()).isNotNull();
  }

  private ConfigMap make(String data) {
    assertThat(apply(List.of(map("child", data)), List.of())).isEqualTo(Outcomes.NONE);
    return live().orElseThrow();
  }

  /** Somebody else touches the child. */
  private void edit() {
    client
        .resource(live().orElseThrow())
        .edit(
            it ->
                new ConfigMapBuilder(it)
                    .editMetadata()
                    .addToLabels("a", "b")
                    .endMetadata()
                    .build());
  }

  private Optional<ConfigMap> live() {
    return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName("child").get());
  }

  private ConfigMap map(String name, String data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .addToData("data", data)
        .build();
  }

  private Outcomes apply(List<HasMetadata> wanted, List<HasMetadata> actual) {
    return applier.apply(context(), wanted, actual);
  }

  /** As much of the framework's context as a comparison of objects asks for. */
  private Context<?> context() {
    Object configuration =
        proxy(ControllerConfiguration.class, Map.of("fieldManager", Applier.FIELD_MANAGER));
    return (Context<?>)
        proxy(
            Context.class,
            Map.of(
                "getPrimaryResource", owner,
                "getClient", client,
                "getControllerConfiguration", configuration));
  }

  private static Object proxy(Class<?> type, Map<String, Object> answers) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            Optional.ofNullable(answers.get(method.getName()))
                .orElseThrow(() -> new UnsupportedOperationException(method.getName())));
  }
}
