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
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ServiceStates.Findings;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
import java.util.Optional;
import java.util.Set;

/** Keeps the tasks of an ECS service running and rolls its deployments. */
@ControllerConfiguration(name = "service", fieldManager = Applier.FIELD_MANAGER)
public final class ServiceReconciler implements Reconciler<Service> {
  private final Writers writers;
  private final Clock clock;
  private final ServiceStatuses statuses;
  private final ChildDeployments render;

  public ServiceReconciler(Writers writers, Clock clock, ServerFeatures server) {
    this.render = new ChildDeployments(new TaskTemplates(server));
    this.writers = writers;
    this.clock = clock;
    this.statuses = new ServiceStatuses(clock);
  }

  @Override
  public List<EventSource<?, Service>> prepareEventSources(EventSourceContext<Service> context) {
    OwnedSources<Service> sources = new OwnedSources<>(context);
    List<EventSource<?, Service>> all = new ArrayList<>(InformerCatalog.sources(context));
    all.add(sources.of(Deployment.class));
    all.add(sources.of(io.fabric8.kubernetes.api.model.Service.class));
    all.add(sources.of(PodDisruptionBudget.class));
    all.add(sources.of(HorizontalPodAutoscaler.class));
    return all;
  }

  @Override
  public UpdateControl<Service> reconcile(Service service, Context<Service> context) {
    InformerCatalog catalog = new InformerCatalog(context);
    List<Problem> refusals = ServiceChecks.of(service, catalog);
    Resolution<ServiceInputs> resolution = new ServiceResolver(catalog).resolve(service);
    Optional<ServiceInputs> inputs = refusals.isEmpty() ? resolution.found() : Optional.empty();
    // once: what is written is decided on these versions and no newer ones
    Set<Deployment> actual = context.getSecondaryResources(Deployment.class);
    ServiceObserved observed = observe(service, actual, context);
    ServicePlan plan = ServicePlan.of(service, inputs, observed, render);
    Replacements replacements = Replacements.of(plan, observed);
    Rollout rollout = Rollout.of(plan, observed, service.getStatus());
    List<HasMetadata> once =
        inputs
            .map(it -> ServiceResources.of(service, it.cluster(), plan, rollout))
            .orElse(List.of());
    Outcomes outcomes = apply(plan.children(), once, actual, context);
    replacements.due().forEach(writers.actions()::delete);
    Findings findings = new Findings(refusals, resolution.problems(), outcomes.problems());
    String cluster = Clusters.name(catalog.cluster(namespace(service)));
    ServiceDeployments now = new ServiceDeployments(cluster, service, plan, observed, rollout);
    ServiceStatus status = statuses.of(now, findings);
    UpdateControl<Service> written =
        writers.status().write(service, status, Service::new, () -> tell(service, status));
    return replacements.lookAgain(
        outcomes.lookAgain(Duplicates.lookAgain(refusals, written)), observed.now());
  }

  private ServiceObserved observe(
      Service service, Set<Deployment> children, Context<Service> context) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    return ServiceObserved.of(
        children,
        new InformerCatalog(context).pods(service),
        new ServiceObserved.Look(now, grace(service)));
  }

  /**
   * Makes the children what is wanted.
   *
   * @param seen the Deployments that the plan was made for
   * @param once children that the service has once; none while its inputs are not known, and then
   *     those that are there stay as they are
   */
  private Outcomes apply(
      List<Deployment> children,
      List<HasMetadata> once,
      Set<Deployment> seen,
      Context<Service> context) {
    List<HasMetadata> wanted = new ArrayList<>(children);
    wanted.addAll(once);
    List<HasMetadata> actual = new ArrayList<>(seen);
    if (!once.isEmpty()) {
      actual.addAll(context.getSecondaryResources(io.fabric8.kubernetes.api.model.Service.class));
      actual.addAll(context.getSecondaryResources(PodDisruptionBudget.class));
      actual.addAll(context.getSecondaryResources(HorizontalPodAutoscaler.class));
    }
    return writers.applier().apply(context, wanted, actual);
  }

  private void tell(Service service, ServiceStatus status) {
    List<ServiceEvent> old = service.getStatus() == null ? List.of() : service.getStatus().events();
    status.events().stream()
        .filter(event -> !old.contains(event))
        .flatMap(event -> ServiceEvents.occurrence(event).stream())
        .forEach(occurrence -> writers.events().emit(service, occurrence));
  }

  private static Duration grace(Service service) {
    Integer seconds = service.getSpec().healthCheckGracePeriodSeconds();
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }

  private static String namespace(Service service) {
    return service.getMetadata().getNamespace();
  }
}
