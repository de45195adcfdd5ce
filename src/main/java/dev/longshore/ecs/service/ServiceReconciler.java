package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Applier;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Outcomes;
import dev.longshore.core.OwnedSources;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.core.Writers;
import dev.longshore.ecs.alarm.AlarmReader;
import dev.longshore.ecs.alarm.AlarmState;
import dev.longshore.ecs.alarm.RecentAlarms;
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ServiceStates.Findings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the tasks of an ECS service running and rolls its deployments. */
@ControllerConfiguration(name = "service", fieldManager = Applier.FIELD_MANAGER)
public final class ServiceReconciler implements Reconciler<Service> {
  /** The caches know by then of a child that was found again. */
  private static final Duration FOUND = Duration.ofSeconds(1);

  private final Writers writers;
  private final Clock clock;
  private final ServiceStatuses statuses;
  private final ChildDeployments render;
  private final AlarmReader alarms;
  private final LostChildren lost;

  public ServiceReconciler(
      Writers writers, Clock clock, ServerFeatures server, AlarmReader alarms) {
    this.render = new ChildDeployments(new TaskTemplates(server));
    this.writers = writers;
    this.alarms = new RecentAlarms(alarms, clock, Alarms.PERIOD);
    this.clock = clock;
    this.lost = new LostChildren(writers.actions());
    this.statuses = new ServiceStatuses(clock);
  }

  @Override
  public List<EventSource<?, Service>> prepareEventSources(EventSourceContext<Service> context) {
    OwnedSources<Service> sources = new OwnedSources<>(context);
    List<EventSource<?, Service>> all = new ArrayList<>(InformerCatalog.sources(context));
    all.add(sources.of(Deployment.class));
    all.add(sources.of(DaemonSet.class));
    all.add(sources.of(io.fabric8.kubernetes.api.model.Service.class));
    all.add(sources.of(PodDisruptionBudget.class));
    all.add(sources.of(HorizontalPodAutoscaler.class));
    return all;
  }

  @Override
  public UpdateControl<Service> reconcile(Service service, Context<Service> context) {
    List<Problem> refusals = ServiceChecks.of(service, new InformerCatalog(context));
    List<HasMetadata> children = children(context);
    return refusals.isEmpty() && children.isEmpty() && lost.found(service)
        ? UpdateControl.<Service>noUpdate().rescheduleAfter(FOUND)
        : reconcile(service, context, refusals, children);
  }

  private UpdateControl<Service> reconcile(
      Service service, Context<Service> context, List<Problem> refusals, List<HasMetadata> known) {
    InformerCatalog catalog = new InformerCatalog(context);
    Resolution<ServiceInputs> resolution = resolve(service, catalog, known);
    Optional<ServiceInputs> inputs = refusals.isEmpty() ? resolution.found() : Optional.empty();
    Map<String, AlarmState> states = alarms(service, inputs, catalog, known);
    Scheduling scheduling = Scheduling.of(service, children(context), catalog.nodes());
    ServiceObserved observed =
        scheduling.observe(catalog.pods(service), look(service)).with(states);
    ServicePlan plan = ServicePlan.of(service, inputs, observed, render);
    Replacements replacements = Replacements.of(plan, observed).by(scheduling, plan, observed);
    Rollout rollout = Rollout.of(plan, observed, service.getStatus());
    List<HasMetadata> once =
        inputs
            .map(it -> new ServiceResources(service, it.cluster(), plan, rollout))
            .map(it -> it.with(scheduling.budget(plan, observed)))
            .orElse(List.of());
    List<HasMetadata> wanted = with(scheduling.children(service, plan, observed), once);
    Outcomes outcomes = writers.applier().apply(context, wanted, seen(scheduling, once, context));
    act(replacements, scheduling, plan, observed);
    ServiceDeployments now =
        new ServiceDeployments(cluster(service, catalog), service, plan, observed, rollout);
    ServiceStatus status =
        statuses.of(now, new Findings(refusals, resolution.problems(), outcomes.problems()));
    UpdateControl<Service> written =
        writers.status().write(context, status, Service::new, () -> tell(service, status));
    return replacements.lookAgain(
        outcomes.lookAgain(Duplicates.lookAgain(refusals, written)), observed.now());
  }

  private static Resolution<ServiceInputs> resolve(
      Service service, Catalog catalog, List<HasMetadata> children) {
    return new ServiceResolver(catalog, EcsDeployment.newest(children)).resolve(service);
  }

  private static List<HasMetadata> with(
      List<? extends HasMetadata> children, List<HasMetadata> once) {
    return Stream.<HasMetadata>concat(children.stream(), once.stream()).toList();
  }

  private void act(
      Replacements replacements,
      Scheduling scheduling,
      ServicePlan plan,
      ServiceObserved observed) {
    replacements.due().forEach(writers.actions()::delete);
    scheduling.mark(plan, observed, writers.actions());
  }

  /** Of the alarms that may fail a deployment; read before the service is, for it may take long. */
  private Map<String, AlarmState> alarms(
      Service service,
      Optional<ServiceInputs> inputs,
      InformerCatalog catalog,
      List<HasMetadata> children) {
    Alarms names = Alarms.of(service.getSpec());
    if (!names.watched()) {
      return Map.of();
    }
    ServiceObserved seen =
        Scheduling.of(service, children, catalog.nodes())
            .observe(catalog.pods(service), look(service));
    return Course.wanted(service, inputs, seen).filter(it -> Alarms.matter(it, seen)).isPresent()
        ? alarms.read(namespace(service), names.bindings(catalog.cluster(namespace(service))))
        : Map.of();
  }

  private static List<HasMetadata> children(Context<Service> context) {
    return Stream.<HasMetadata>concat(
            context.getSecondaryResources(Deployment.class).stream(),
            context.getSecondaryResources(DaemonSet.class).stream())
        .toList();
  }

  private ServiceObserved.Look look(Service service) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    return new ServiceObserved.Look(now, grace(service));
  }

  /**
   * The children as they are now.
   *
   * @param once children that the service has once; none while its inputs are not known, and then
   *     those that are there stay as they are
   */
  private static List<HasMetadata> seen(
      Scheduling scheduling, List<HasMetadata> once, Context<Service> context) {
    List<HasMetadata> actual = new ArrayList<>(scheduling.seen());
    if (!once.isEmpty()) {
      actual.addAll(context.getSecondaryResources(io.fabric8.kubernetes.api.model.Service.class));
      actual.addAll(context.getSecondaryResources(PodDisruptionBudget.class));
      actual.addAll(context.getSecondaryResources(HorizontalPodAutoscaler.class));
    }
    return actual;
  }

  private void tell(Service service, ServiceStatus status) {
    List<ServiceEvent> old = service.getStatus() == null ? List.of() : service.getStatus().events();
    writers
        .events()
        .emit(
            service,
            status.events().stream()
                .filter(event -> !old.contains(event))
                .flatMap(event -> ServiceEvents.occurrence(event).stream())
                .toList());
  }

  private static Duration grace(Service service) {
    Integer seconds = service.getSpec().healthCheckGracePeriodSeconds();
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }

  private static String cluster(Service service, Catalog catalog) {
    return Clusters.name(catalog.cluster(namespace(service)));
  }

  private static String namespace(Service service) {
    return service.getMetadata().getNamespace();
  }
}
