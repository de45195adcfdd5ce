package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cache of objects without what nobody reads: who wrote each field is a good part of a pod, and a
 * cluster has many pods.
 */
final class TrimmedStore<R extends HasMetadata> extends BasicItemStore<R> {
  private final Consumer<R> trim;

  TrimmedStore(Consumer<R> trim) {
    super(Cache::metaNamespaceKeyFunc);
    this.trim = trim;
  }

  @Override
  public R put(String key, R object) {
    object.getMetadata().setManagedFields(List.of());
    trim.accept(object);
    return super.put(key, object);
  }
}
