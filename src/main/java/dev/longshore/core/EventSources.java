package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the watches of a controller, each as narrow as its purpose allows. */
public final class EventSources<P extends HasMetadata> {
  private final EventSourceContext<P> context;

  public EventSources(EventSourceContext<P> context) {
    this.context = context;
  }

  /** Children: found by their owner reference among what Longshore labelled. */
  public <R extends HasMetadata> EventSource<R, P> owned(Class<R> type) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
            .withLabelSelector(Labels.SELECTOR)
            .withNamespacesInheritedFromController()
            .build(),
        context);
  }

  /** Objects that concern primaries without being their children: the mapper says which. */
  public <R extends HasMetadata> InformerEventSource<R, P> related(
      Class<R> type, @Nullable String selector, Function<R, Set<ResourceID>> primaries) {
    var configuration =
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
            .withSecondaryToPrimaryMapper(primaries::apply);
    if (selector != null) {
      configuration.withLabelSelector(selector);
    }
    if (Namespaced.class.isAssignableFrom(type)) {
      configuration.withNamespacesInheritedFromController();
    } else {
      configuration.withWatchAllNamespaces();
    }
    return new InformerEventSource<>(configuration.build(), context);
  }
}
