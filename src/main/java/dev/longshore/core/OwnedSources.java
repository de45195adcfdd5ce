package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;

/** Watches whose objects a controller owns; see {@link KeyedSources} for what it refers to. */
public final class OwnedSources<P extends HasMetadata> {
  private final EventSourceContext<P> context;

  public OwnedSources(EventSourceContext<P> context) {
    this.context = context;
  }

  /** Children: found by their owner reference among what Longshore labelled. */
  public <R extends HasMetadata> EventSource<R, P> of(Class<R> type) {
    InformerEventSourceConfiguration.Builder<R> configuration =
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
            .withLabelSelector(Labels.SELECTOR)
            .withNamespacesInheritedFromController();
    new Caches(context).packed(type).ifPresent(configuration::withItemStore);
    return new InformerEventSource<>(configuration.build(), context);
  }
}
