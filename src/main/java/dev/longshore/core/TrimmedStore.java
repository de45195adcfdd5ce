package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A cache of objects without what nobody reads, above all who wrote each field: in heap an object
 * costs many times its text, see decision 9.
 */
public final class TrimmedStore<R extends HasMetadata> extends BasicItemStore<R> {
  private final Predicate<ManagedFieldsEntry> kept;
  private final Consumer<R> trim;

  private TrimmedStore(Predicate<ManagedFieldsEntry> kept, Consumer<R> trim) {
    super(Cache::metaNamespaceKeyFunc);
    this.kept = kept;
    this.trim = trim;
  }

  /** Of objects that Longshore does not apply: nobody's fields are compared. */
  public static <R extends HasMetadata> TrimmedStore<R> ofReferences(Consumer<R> trim) {
    return new TrimmedStore<>(entry -> false, trim);
  }

  /** Of children: the fields that Longshore itself wrote are what a match looks at. */
  static <R extends HasMetadata> TrimmedStore<R> ofChildren() {
    return new TrimmedStore<>(
        entry -> Applier.FIELD_MANAGER.equals(entry.getManager()), child -> {});
  }

  @Override
  public R put(String key, R object) {
    List<ManagedFieldsEntry> entries = object.getMetadata().getManagedFields();
    object.getMetadata().setManagedFields(entries.stream().filter(kept).toList());
    trim.accept(object);
    return super.put(key, object);
  }
}
