package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration.Builder;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;

/**
 * How the watches of a controller keep their objects. A store of its own serves every informer of a
 * watch, and an informer drops what it did not list itself: where several namespaces are watched
 * one by one, each keeps its objects whole.
 */
record Caches(EventSourceContext<?> context) {
  /** Whole, but as text; see {@link PackedStore}. */
  <R extends HasMetadata> void pack(Builder<R> configuration, Class<R> type) {
    if (haveOneInformer()) {
      configuration.withItemStore(new PackedStore<>(type, serialization()));
    }
  }

  /** Only the given members, such as {@code spec}, beside name and version. */
  <R extends HasMetadata> void reduce(Builder<R> configuration, Class<R> type, String... members) {
    if (haveOneInformer()) {
      configuration.withItemStore(
          new ReducedStateItemStore<>(
              ReducedStateItemStore.NAME_KEY_STATE, type, serialization(), members));
    }
  }

  private boolean haveOneInformer() {
    var controller = context.getControllerConfiguration();
    return controller.getInformerConfig().getEffectiveNamespaces(controller).size() == 1;
  }

  private KubernetesSerialization serialization() {
    return context.getClient().getKubernetesSerialization();
  }
}
