package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches whose objects and primaries find each other by a key both compute, through an index
 * instead of a scan: references by ECS name have no owner reference to follow.
 */
public final class KeyedSources<P extends HasMetadata> {
  /** Key of objects that concern every primary. */
  public static final String ALL = "*";

  private static final String KEY = "key";

  private final EventSourceContext<P> context;

  /** Makes the primaries findable by their keys. */
  public KeyedSources(EventSourceContext<P> context, Function<P, List<String>> keys) {
    this.context = context;
    context.getPrimaryCache().addIndexer(KEY, keys);
  }

  /**
   * Objects of one type; a change wakes the primaries of the same key.
   *
   * @param relevant says of two versions whether anybody needs to be woken
   */
  public <R extends HasMetadata> EventSource<R, P> of(
      Class<R> type, Function<R, String> key, OnUpdateFilter<R> relevant) {
    return source(configuration(type), new Caches(context).packed(type), Keys.same(key), relevant);
  }

  /** Pods that carry the labels; every change wakes. */
  public InformerEventSource<Pod, P> pods(String labelSelector, Function<Pod, String> key) {
    return source(
        configuration(Pod.class).withLabelSelector(labelSelector),
        new Caches(context).packed(Pod.class),
        Keys.same(key),
        (now, before) -> true);
  }

  /** The same for large objects: the cache keeps only the given members, such as {@code spec}. */
  public <R extends HasMetadata> EventSource<R, P> reduced(
      Class<R> type, Keys<R> keys, OnUpdateFilter<R> relevant, String... members) {
    return source(configuration(type), new Caches(context).reduced(type, members), keys, relevant);
  }

  /** The primaries of a key as the cache holds them. */
  public static <P extends HasMetadata> List<P> primaries(Context<P> context, String key) {
    return context.getPrimaryCache().byIndex(KEY, key);
  }

  /** The objects of a key. */
  public static <R extends HasMetadata> List<R> find(
      Context<?> context, Class<R> type, String key) {
    return ((KeyedSource<R, ?>) context.eventSourceRetriever().getEventSourceFor(type)).of(key);
  }

  /** For {@code relevant}: the spec differs; status, labels and annotations do not count. */
  public static boolean specChanged(HasMetadata now, HasMetadata before) {
    return !Objects.equals(now.getMetadata().getGeneration(), before.getMetadata().getGeneration());
  }

  private <R extends HasMetadata> InformerEventSource<R, P> source(
      InformerEventSourceConfiguration.Builder<R> configuration,
      Optional<ItemStore<R>> store,
      Keys<R> keys,
      OnUpdateFilter<R> relevant) {
    Optional<Recent<R>> recent = store.map(Recent::new);
    recent.ifPresent(configuration::withItemStore);
    return new KeyedSource<>(
        configuration
            .withSecondaryToPrimaryMapper(object -> woken(keys.wakes().apply(object)))
            .withOnUpdateFilter(relevant)
            .build(),
        context,
        keys.index(),
        recent);
  }

  private <R extends HasMetadata> InformerEventSourceConfiguration.Builder<R> configuration(
      Class<R> type) {
    var configuration =
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass());
    return Namespaced.class.isAssignableFrom(type)
        ? configuration.withNamespacesInheritedFromController()
        : configuration.withWatchAllNamespaces();
  }

  private Set<ResourceID> woken(Stream<String> keys) {
    return keys.flatMap(key -> context.getPrimaryCache().byIndex(KEY, key).stream())
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }
}
