package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedStoreTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private final PackedStore<Pod> store = new PackedStore<>(Pod.class, JSON);

  @Test
  void whatWasPutIsFoundAgainEvenAfterACollection() {
    int first = System.identityHashCode(put("web-1"));

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(System.identityHashCode(store.get("shop/web-1"))).isNotEqualTo(first);
            });

    Pod expected = pod("web-1");
    expected.getMetadata().getManagedFields().removeFirst();
    assertThat(JSON.asJson(store.get("shop/web-1"))).isEqualTo(JSON.asJson(expected));
  }

  @Test
  void ofWhoWroteWhatOnlyOurEntriesAreKept() {
    put("web-1");

    assertThat(store.get("shop/web-1").getMetadata().getManagedFields())
        .extracting(ManagedFieldsEntry::getManager)
        .containsExactly(Applier.FIELD_MANAGER);
  }

  @Test
  void whatIsReplacedOrRemovedIsGivenBack() {
    Pod one = pod("web-1");
    Pod other = pod("web-1");

    assertThat(store.put("shop/web-1", one)).isNull();
    assertThat(store.put("shop/web-1", other)).isSameAs(one);
    assertThat(store.remove("shop/web-1")).isSameAs(other);
    assertThat(store.remove("shop/web-1")).isNull();
    assertThat(store.get("shop/web-1")).isNull();
  }

  @Test
  void allIsListed() {
    IntStream.range(0, 20).forEach(number -> put("web-" + number));

    assertThat(store.size()).isEqualTo(20);
    assertThat(store.keySet()).hasSize(20).contains("shop/web-7");
    assertThat(store.values().map(store::getKey)).hasSize(20).contains("shop/web-7");
  }

  private Pod put(String name) {
    Pod pod = pod(name);
    store.put("shop/" + name, pod);
    return pod;
  }

  private static Pod pod(String name) {
    return JSON.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          labels: {app: web}
          managedFields:
            - {manager: kubelet, operation: Update, fieldsV1: {"f:status": {"f:phase": {}}}}
            - {manager: %s, operation: Apply, fieldsV1: {"f:spec": {"f:containers": {}}}}
        spec:
          containers:
            - name: app
              image: web
              env: [{name: GREETING, value: "grüß Gott"}]
              resources: {limits: {memory: 64Mi, cpu: 250m}}
              livenessProbe: {tcpSocket: {port: http}, periodSeconds: 5}
        status: {phase: Running, podIP: 10.0.0.7}
        """
            .formatted(name, Applier.FIELD_MANAGER),
        Pod.class);
  }
}
