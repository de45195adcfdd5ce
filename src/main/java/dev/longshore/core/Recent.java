package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that tells what changed lately: an informer's index is without an object while it takes
 * in a change of it, and the store never is.
 */
final class Recent<R extends HasMetadata> implements ItemStore<R> {
  private static final int KEPT = 256;

  private final ItemStore<R> store;
  private final String[] keys = new String[KEPT];
  private long changes;

  Recent(ItemStore<R> store) {
    this.store = store;
  }

  /** How many changes there were. */
  synchronized long now() {
    return changes;
  }

  /**
   * What changed since, and what was perhaps being changed then; all, when that is too long ago.
   */
  Stream<R> since(long then) {
    return keysSince(then).flatMap(key -> Stream.ofNullable(store.get(key)));
  }

  private synchronized Stream<String> keysSince(long then) {
    long first = Math.max(0, then - 1);
    return changes - first > KEPT
        ? store.keySet()
        : LongStream.range(first, changes)
            .mapToObj(it -> keys[(int) (it % KEPT)])
            .toList()
            .stream();
  }

  @Override
  public @Nullable R put(String key, R object) {
    R before = store.put(key, object);
    synchronized (this) {
      keys[(int) (changes % KEPT)] = key;
      changes++;
    }
    return before;
  }

  @Override
  public @Nullable R remove(String key) {
    return store.remove(key);
  }

  @Override
  public @Nullable R get(String key) {
    return store.get(key);
  }

  @Override
  public Stream<String> keySet() {
    return store.keySet();
  }

  @Override
  public Stream<R> values() {
    return store.values();
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public String getKey(R object) {
    return store.getKey(object);
  }

  @Override
  public boolean isFullState() {
    return store.isFullState();
  }
}
