package dev.longshore.core;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;
import java.util.function.Function;

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

  /** Descendants that carry the primary's name in a label, such as pods. */
  public <R extends HasMetadata> EventSource<R, P> labelled(
      Class<R> type, Function<R, Set<ResourceID>> primaries) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
            .withLabelSelector(Labels.SELECTOR)
            .withNamespacesInheritedFromController()
            .withSecondaryToPrimaryMapper(primaries::apply)
            .build(),
        context);
  }

  /** Objects the primary refers to: both directions, since either may be created first. */
  public <R extends HasMetadata> EventSource<R, P> referenced(Class<R> type, References<R, P> by) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, context.getPrimaryResourceClass())
            .withNamespacesInheritedFromController()
            .withSecondaryToPrimaryMapper(by.primaries()::apply)
            .withPrimaryToSecondaryMapper((P primary) -> by.secondaries().apply(primary))
            .build(),
        context);
  }

  /**
   * The two directions of a reference.
   *
   * @param primaries who refers to this object
   * @param secondaries what the primary refers to
   */
  public record References<R, P>(
      Function<R, Set<ResourceID>> primaries, Function<P, Set<ResourceID>> secondaries) {}
}
