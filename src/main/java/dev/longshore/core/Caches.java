package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import java.util.Optional;

/**
 * Stores of their own for the watches of a controller. One serves every informer of a watch, and an
 * informer drops what it did not list itself: where several namespaces are watched one by one there
 * is none, and each informer keeps its objects whole.
 */
record Caches(EventSourceContext<?> context) {
  /** Of whole objects, but as text; see {@link PackedStore}. */
  <R extends HasMetadata> Optional<ItemStore<R>> packed(Class<R> type) {
    return haveOneInformer()
        ? Optional.of(new PackedStore<>(type, serialization()))
        : Optional.empty();
  }

  /** Of the given members only, such as {@code spec}, beside name and version. */
  <R extends HasMetadata> Optional<ItemStore<R>> reduced(Class<R> type, String... members) {
    return haveOneInformer()
        ? Optional.of(
            new ReducedStateItemStore<>(
                ReducedStateItemStore.NAME_KEY_STATE, type, serialization(), members))
        : Optional.empty();
  }

  private boolean haveOneInformer() {
    var controller = context.getControllerConfiguration();
    return controller.getInformerConfig().getEffectiveNamespaces(controller).size() == 1;
  }

  private KubernetesSerialization serialization() {
    return context.getClient().getKubernetesSerialization();
  }
}
