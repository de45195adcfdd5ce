package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Applier;
import dev.longshore.core.Duplicates;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Keys;
import dev.longshore.core.Problem;
import dev.longshore.core.StatusWriter;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.capacityprovider.Providers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Checks what a cluster associates and counts what is in it; it makes nothing. */
@ControllerConfiguration(name = "cluster", fieldManager = Applier.FIELD_MANAGER)
public final class ClusterReconciler implements Reconciler<Cluster> {
  private static final String[] COUNTS = {
    "status.status", "status.runningCount", "status.pendingCount"
  };
  private static final String LAST_STATUS = "status.lastStatus";

  private final StatusWriter statusWriter;
  private final ClusterStatuses statuses;

  public ClusterReconciler(StatusWriter statusWriter, Clock clock) {
    this.statusWriter = statusWriter;
    this.statuses = new ClusterStatuses(clock);
  }

  @Override
  public List<EventSource<?, Cluster>> prepareEventSources(EventSourceContext<Cluster> context) {
    KeyedSources<Cluster> sources =
        new KeyedSources<>(context, it -> List.of(namespace(it), KeyedSources.ALL));
    return List.of(
        sources.reduced(
            Service.class,
            Keys.same(ClusterReconciler::namespace),
            ClusterReconciler::countsChanged,
            COUNTS),
        sources.reduced(
            Task.class,
            Keys.same(ClusterReconciler::namespace),
            ClusterReconciler::taskMoved,
            LAST_STATUS),
        sources.of(CapacityProvider.class, it -> KeyedSources.ALL, KeyedSources::specChanged),
        Nodes.source(sources));
  }

  @Override
  public UpdateControl<Cluster> reconcile(Cluster cluster, Context<Cluster> context) {
    String namespace = namespace(cluster);
    List<CapacityProvider> all =
        KeyedSources.find(context, CapacityProvider.class, KeyedSources.ALL);
    List<Problem> problems =
        ClusterChecks.of(
            cluster,
            KeyedSources.primaries(context, namespace),
            Providers.of(all, Optional.of(cluster)));
    ClusterObserved observed =
        ClusterObserved.of(
            KeyedSources.find(context, Service.class, namespace),
            KeyedSources.find(context, Task.class, namespace),
            ClusterObserved.instances(
                cluster, all, KeyedSources.find(context, Node.class, KeyedSources.ALL)));
    UpdateControl<Cluster> written =
        statusWriter.write(context, statuses.of(cluster, problems, observed), Cluster::new);
    return Duplicates.lookAgain(problems, written);
  }

  private static boolean countsChanged(Service now, Service before) {
    return !ClusterObserved.of(now).equals(ClusterObserved.of(before));
  }

  private static boolean taskMoved(Task now, Task before) {
    return !ClusterObserved.of(now).equals(ClusterObserved.of(before));
  }

  private static String namespace(HasMetadata object) {
    return object.getMetadata().getNamespace();
  }
}
