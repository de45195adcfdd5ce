package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.core.Applier;
import dev.longshore.core.Duplicates;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Problem;
import dev.longshore.core.StatusWriter;
import io.fabric8.kubernetes.api.model.Node;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** Says of each capacity provider whether it can be used and how many nodes it has. */
@ControllerConfiguration(name = "capacityprovider", fieldManager = Applier.FIELD_MANAGER)
public final class CapacityProviderReconciler implements Reconciler<CapacityProvider> {
  private final StatusWriter statusWriter;
  private final CapacityProviderStatuses statuses;

  public CapacityProviderReconciler(StatusWriter statusWriter, Clock clock) {
    this.statusWriter = statusWriter;
    this.statuses = new CapacityProviderStatuses(clock);
  }

  @Override
  public List<EventSource<?, CapacityProvider>> prepareEventSources(
      EventSourceContext<CapacityProvider> context) {
    return List.of(
        Nodes.source(new KeyedSources<>(context, provider -> List.of(KeyedSources.ALL))));
  }

  @Override
  public UpdateControl<CapacityProvider> reconcile(
      CapacityProvider provider, Context<CapacityProvider> context) {
    List<Problem> problems =
        ProviderChecks.of(provider, KeyedSources.primaries(context, KeyedSources.ALL));
    List<Node> nodes = KeyedSources.find(context, Node.class, KeyedSources.ALL);
    UpdateControl<CapacityProvider> written =
        statusWriter.write(context, statuses.of(provider, problems, nodes), CapacityProvider::new);
    return Duplicates.lookAgain(problems, written);
  }
}
