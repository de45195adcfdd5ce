package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cache that keeps its objects as compressed text: as objects of the client's model they take
 * many times its size, see decision 9. What was read lately is there as an object until the next
 * collection. Of who wrote which field it keeps what Longshore wrote, which a match compares.
 */
public final class PackedStore<R extends HasMetadata> implements ItemStore<R> {
  private final Class<R> type;
  private final KubernetesSerialization serialization;
  private final Map<String, Packed<R>> all = new ConcurrentHashMap<>();

  public PackedStore(Class<R> type, KubernetesSerialization serialization) {
    this.type = type;
    this.serialization = serialization;
  }

  @Override
  public @Nullable R put(String key, R object) {
    List<ManagedFieldsEntry> entries = object.getMetadata().getManagedFields();
    object.getMetadata().setManagedFields(entries.stream().filter(PackedStore::ours).toList());
    return object(all.put(key, new Packed<>(object, type, serialization)));
  }

  @Override
  public @Nullable R remove(String key) {
    return object(all.remove(key));
  }

  @Override
  public @Nullable R get(String key) {
    return object(all.get(key));
  }

  @Override
  public Stream<String> keySet() {
    return all.keySet().stream();
  }

  @Override
  public Stream<R> values() {
    return all.values().stream().map(Packed::object);
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public String getKey(R object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  private static boolean ours(ManagedFieldsEntry entry) {
    return Applier.FIELD_MANAGER.equals(entry.getManager());
  }

  private @Nullable R object(@Nullable Packed<R> packed) {
    return packed == null ? null : packed.object();
  }
}
