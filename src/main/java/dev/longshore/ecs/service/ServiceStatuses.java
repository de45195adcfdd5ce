package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.api.ecs.v1.ServiceRevision;
import dev.longshore.api.ecs.v1.ServiceRevisionSummary;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.ecs.service.ServiceStates.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the status that DescribeServices would show; it reads the old one only for its records. */
final class ServiceStatuses {
  private final Clock clock;

  ServiceStatuses(Clock clock) {
    this.clock = clock;
  }

  /** What a run found out. */
  record Outcome(
      ServiceDeployments now,
      ServicePlan plan,
      ServiceObserved observed,
      Rollout rollout,
      ServiceRecords records,
      Findings findings,
      State state) {}

  /** The status of now, from what a run saw and found wrong. */
  ServiceStatus of(ServiceDeployments now, Findings findings) {
    ServiceRecords records = ServiceRecords.of(now);
    State state = ServiceStates.of(now, findings, records);
    return of(
        now.service(),
        new Outcome(now, now.plan(), now.observed(), now.rollout(), records, findings, state));
  }

  private ServiceStatus of(Service service, Outcome outcome) {
    ServiceStatus old = service.getStatus();
    ServiceObserved observed = outcome.observed();
    int running = observed.children().stream().mapToInt(it -> it.tasks().running()).sum();
    String name = ServiceNames.of(service);
    return new ServiceStatus(
        service.getMetadata().getGeneration(),
        new Conditions(
                clock,
                service.getMetadata().getGeneration(),
                old == null ? List.of() : old.conditions())
            .of(outcome.state()),
        Arns.service(outcome.now().cluster(), name),
        service.getMetadata().getDeletionTimestamp() == null ? "ACTIVE" : "DRAINING",
        outcome.plan().bounds().desired(),
        running,
        observed.children().stream().mapToInt(it -> it.tasks().pending()).sum(),
        running,
        ServiceNames.selectorText(service),
        outcome.plan().course().target().map(EcsDeployment::taskDefinition).orElse(null),
        deployments(outcome, old == null ? List.of() : old.deployments()),
        events(name, outcome, old),
        outcome.records().current(),
        new RevisionTasks(outcome.now()).current(),
        outcome.records().deployments(),
        outcome.records().revisions(),
        outcome.records().stopped(),
        service.getMetadata().getCreationTimestamp());
  }

  private static List<ServiceEvent> events(
      String name, Outcome outcome, @Nullable ServiceStatus old) {
    Optional<EcsDeployment> primary = outcome.plan().course().target();
    boolean before =
        old != null
            && old.deployments().stream()
                .filter(it -> primary.filter(p -> p.id().equals(it.id())).isPresent())
                .filter(it -> "PRIMARY".equals(it.status()))
                .anyMatch(it -> Rollout.COMPLETED.equals(it.rolloutState()));
    return ServiceEvents.of(
        name,
        old == null ? List.of() : old.events(),
        outcome.observed(),
        new ServiceEvents.Told(
            primary.map(EcsDeployment::id).orElse(""),
            outcome.rollout(),
            before,
            outcome.plan().stalled(),
            trouble(outcome, old)));
  }

  /** The history knows whether it was told already: another may end in just the same words. */
  private static Trouble trouble(Outcome outcome, @Nullable ServiceStatus old) {
    Course course = outcome.plan().course();
    Trouble trouble = Trouble.of(outcome);
    boolean told =
        Optional.ofNullable(old).stream()
            .flatMap(status -> status.serviceDeployments().stream())
            .filter(it -> course.wanted().filter(w -> w.id().equals(it.deploymentId())).isPresent())
            .anyMatch(it -> it.rollback() != null || it.finishedAt() != null);
    return told ? trouble.goesOn() : trouble;
  }

  private static List<DeploymentStatus> deployments(Outcome outcome, List<DeploymentStatus> old) {
    return new RevisionTasks(outcome.now())
        .deployments()
        .map(it -> deployment(it, state(it, outcome, old), outcome))
        .map(it -> dated(it, old, outcome.observed().now()))
        .toList();
  }

  /** One that was replaced before it was steady is none that completed. */
  private static RolloutState state(
      EcsDeployment deployment, Outcome outcome, List<DeploymentStatus> old) {
    boolean completed =
        outcome.plan().course().isTarget(deployment.id())
            ? outcome.rollout().completed()
            : outcome.observed().completed(deployment)
                || old.stream()
                    .filter(it -> deployment.id().equals(it.id()))
                    .anyMatch(it -> Rollout.COMPLETED.equals(it.rolloutState()));
    return RolloutState.of(deployment, completed, outcome);
  }

  private static DeploymentStatus deployment(
      EcsDeployment deployment, RolloutState state, Outcome outcome) {
    ServiceRevisionSummary tasks = new RevisionTasks(outcome.now()).of(deployment);
    ServiceRevision made = outcome.records().revision(outcome.now().revision(deployment));
    return new DeploymentStatus(
        deployment.id(),
        outcome.plan().course().isTarget(deployment.id()) ? "PRIMARY" : "ACTIVE",
        deployment.taskDefinition(),
        tasks.requestedTaskCount(),
        tasks.pendingTaskCount(),
        tasks.runningTaskCount(),
        outcome.plan().failedTasks(deployment),
        outcome.observed().of(deployment).map(Running::created).min(String::compareTo).orElse(null),
        null,
        made.launchType(),
        made.capacityProviderStrategy(),
        made.platformVersion(),
        made.networkConfiguration(),
        state.name(),
        state.reason());
  }

  /** {@code updatedAt} moves only with the content, or every run would write the status. */
  private static DeploymentStatus dated(
      DeploymentStatus made, List<DeploymentStatus> old, Instant now) {
    Optional<DeploymentStatus> before =
        old.stream().filter(it -> made.id() != null && made.id().equals(it.id())).findFirst();
    return before
        .filter(it -> withTime(made, it.updatedAt()).equals(it))
        .orElseGet(() -> withTime(made, now.toString()));
  }

  private static DeploymentStatus withTime(DeploymentStatus it, @Nullable String updatedAt) {
    return new DeploymentStatus(
        it.id(),
        it.status(),
        it.taskDefinition(),
        it.desiredCount(),
        it.pendingCount(),
        it.runningCount(),
        it.failedTasks(),
        it.createdAt(),
        updatedAt,
        it.launchType(),
        it.capacityProviderStrategy(),
        it.platformVersion(),
        it.networkConfiguration(),
        it.rolloutState(),
        it.rolloutStateReason());
  }
}
