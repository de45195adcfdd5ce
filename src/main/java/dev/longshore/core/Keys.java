package dev.longshore.core;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How objects of {@link KeyedSources} and primaries find each other.
 *
 * @param index the key under which an object is found
 * @param wakes keys of the primaries that a change of it wakes
 */
public record Keys<R>(Function<R, String> index, Function<R, Stream<String>> wakes) {
  /** Those wake that find it. */
  public static <R> Keys<R> same(Function<R, String> key) {
    return new Keys<>(key, key.andThen(Stream::of));
  }
}
