package dev.longshore.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what a pure function gave for the keys asked last: whatever is forgotten is worked out
 * again. Keys are values; they are kept as long as their results.
 */
public final class Memo<K, V> {
  private final Function<K, V> function;
  private final Map<K, V> known;

  public Memo(int size, Function<K, V> function) {
    this.function = function;
    this.known =
        new LinkedHashMap<>(size, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        };
  }

  /** May be worked out by several threads at once; they find the same. */
  public V of(K key) {
    synchronized (known) {
      V found = known.get(key);
      if (found != null) {
        return found;
      }
    }
    V made = function.apply(key);
    synchronized (known) {
      known.put(key, made);
    }
    return made;
  }
}
