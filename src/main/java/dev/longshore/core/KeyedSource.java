package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds its objects by a key, each of them once. Of the index alone one could be missed, or be
 * found twice, while the informer takes in a change of it: a task would count as gone.
 */
final class KeyedSource<R extends HasMetadata, P extends HasMetadata>
    extends InformerEventSource<R, P> {
  private static final String KEY = "key";

  private final Function<R, String> key;
  private final Optional<Recent<R>> recent;

  /**
   * Watches what the configuration says.
   *
   * @param recent the store of the one informer; empty where each informer has its own, and the
   *     index is all there is
   */
  KeyedSource(
      InformerEventSourceConfiguration<R> configuration,
      EventSourceContext<P> context,
      Function<R, String> key,
      Optional<Recent<R>> recent) {
    super(configuration, context);
    this.key = key;
    this.recent = recent;
    addIndexer(KEY, object -> List.of(key.apply(object)));
  }

  List<R> of(String wanted) {
    long began = recent.map(Recent::now).orElse(0L);
    List<R> indexed = byIndex(KEY, wanted);
    Map<String, R> found = new LinkedHashMap<>();
    Stream.concat(indexed.stream(), recent.stream().flatMap(it -> it.since(began)))
        .filter(it -> key.apply(it).equals(wanted))
        .forEach(it -> found.put(Cache.metaNamespaceKeyFunc(it), it));
    return List.copyOf(found.values());
  }
}
