package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.Rollback;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceDeploymentCircuitBreaker;
import dev.longshore.api.ecs.v1.StoppedTask;
import dev.longshore.core.Arns;
import dev.longshore.ecs.pods.Stop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a service's deployments (ListServiceDeployments, DescribeServiceDeployments), as
 * records in its status: an ended one is never touched again, and nothing is decided by them.
 */
record ServiceDeployments(
    String cluster, Service service, ServicePlan plan, ServiceObserved observed, Rollout rollout) {
  /** As many as a stock Deployment keeps of its revisions. */
  static final int KEPT = 10;

  static final String IN_PROGRESS = "IN_PROGRESS";
  static final String SUCCESSFUL = "SUCCESSFUL";
  static final String STOPPED = "STOPPED";
  static final String ROLLBACK_IN_PROGRESS = "ROLLBACK_IN_PROGRESS";
  static final String ROLLBACK_SUCCESSFUL = "ROLLBACK_SUCCESSFUL";

  /**
   * The history as it goes on, newest first.
   *
   * @param stopped newest stopped tasks of the service, for the reason of a failure
   */
  List<ServiceDeployment> continued(List<ServiceDeployment> old, List<StoppedTask> stopped) {
    Optional<EcsDeployment> wanted = plan.course().wanted();
    if (wanted.isEmpty()) {
      return old;
    }
    String id = wanted.get().id();
    Optional<ServiceDeployment> before =
        old.stream().filter(it -> id.equals(it.deploymentId())).findFirst();
    Stream<ServiceDeployment> others =
        old.stream()
            .filter(it -> !id.equals(it.deploymentId()))
            .map(it -> it.finishedAt() == null ? superseded(it, id) : it);
    return Stream.concat(Stream.of(current(wanted.get(), before, stopped)), others)
        .limit(KEPT)
        .toList();
  }

  /** ARN of what a deployment brings; its digits are those of the deployment. */
  String revision(EcsDeployment deployment) {
    return Arns.serviceRevision(cluster, ServiceNames.of(service), deployment.digits());
  }

  private ServiceDeployment superseded(ServiceDeployment it, String by) {
    return new ServiceDeployment(
        it.serviceDeploymentArn(),
        it.deploymentId(),
        it.taskDefinition(),
        STOPPED,
        "A newer deployment took its place: " + by + ".",
        it.lifecycleStage(),
        List.of(),
        it.startedAt(),
        observed.now().toString(),
        it.rollback(),
        it.deploymentCircuitBreaker(),
        it.alarms(),
        it.sourceServiceRevisions(),
        it.targetServiceRevision());
  }

  private ServiceDeployment current(
      EcsDeployment deployment, Optional<ServiceDeployment> before, List<StoppedTask> stopped) {
    if (before.filter(it -> it.finishedAt() != null).isPresent()) {
      return before.get();
    }
    String status = status();
    boolean open = status.equals(IN_PROGRESS) || status.equals(ROLLBACK_IN_PROGRESS);
    RevisionTasks tasks = new RevisionTasks(this);
    return new ServiceDeployment(
        Arns.serviceDeployment(cluster, ServiceNames.of(service), deployment.digits()),
        deployment.id(),
        deployment.taskDefinition(),
        status,
        reason(deployment, before, stopped),
        plan.course().lifecycle().map(it -> it.stage().name()).orElse(null),
        new LifecycleReport(this).pauses(),
        before.map(ServiceDeployment::startedAt).orElseGet(() -> observed.now().toString()),
        open ? null : observed.now().toString(),
        rollback(before),
        breaker(deployment, open),
        new LifecycleReport(this).alarms(before, open),
        tasks.sources(deployment, before),
        tasks.of(deployment));
  }

  private String status() {
    Course course = plan.course();
    if (course.rollsBack()) {
      return rollout.steady() ? ROLLBACK_SUCCESSFUL : ROLLBACK_IN_PROGRESS;
    }
    if (course.failed()) {
      return STOPPED;
    }
    return rollout.completed() ? SUCCESSFUL : IN_PROGRESS;
  }

  /** Why it was given up; said once, for later the tasks that failed are no longer known. */
  private @Nullable String reason(
      EcsDeployment deployment, Optional<ServiceDeployment> before, List<StoppedTask> stopped) {
    if (!plan.course().failed()) {
      return null;
    }
    String cause = cause().orElse("");
    return before
        .map(ServiceDeployment::statusReason)
        .orElseGet(
            () ->
                "Given up: "
                    + cause
                    + "."
                    + stopped.stream()
                        .filter(it -> deployment.id().equals(it.startedBy()))
                        .filter(it -> !Stop.SCHEDULER.equals(it.stopCode()))
                        .findFirst()
                        .map(it -> " Last of them: " + sentence(it))
                        .orElse(""));
  }

  private Optional<String> cause() {
    return plan.course().end().map(it -> it.cause().what());
  }

  private static String sentence(StoppedTask task) {
    String containers =
        task.containers().stream()
            .map(it -> phrase(it, String.valueOf(task.stoppedReason())))
            .collect(Collectors.joining(", ", " (", ")"));
    return task.stoppedReason() + (task.containers().isEmpty() ? "." : containers + ".");
  }

  /** A reason that the task gives already is not told again. */
  private static String phrase(Container container, String told) {
    return container.name()
        + (container.exitCode() == null ? "" : ": exit code " + container.exitCode())
        + (container.reason() == null || told.contains(container.reason())
            ? ""
            : ": " + container.reason());
  }

  private @Nullable Rollback rollback(Optional<ServiceDeployment> before) {
    Optional<EcsDeployment> back = plan.course().target().filter(it -> plan.course().rollsBack());
    return before
        .map(ServiceDeployment::rollback)
        .or(
            () ->
                back.map(
                    it ->
                        new Rollback(
                            cause().orElse(null),
                            observed.now().toString(),
                            it.id(),
                            it.taskDefinition(),
                            revision(it))))
        .orElse(null);
  }

  private ServiceDeploymentCircuitBreaker breaker(EcsDeployment deployment, boolean open) {
    CircuitBreaker breaker = CircuitBreaker.of(service.getSpec());
    if (!breaker.enabled()) {
      return new ServiceDeploymentCircuitBreaker("DISABLED", null, null);
    }
    boolean tripped = plan.course().end().filter(DeploymentEnd::tripped).isPresent();
    return new ServiceDeploymentCircuitBreaker(
        tripped ? "TRIGGERED" : open ? "MONITORING" : "MONITORING_COMPLETE",
        plan.failedTasks(deployment),
        breaker.threshold(plan.bounds().desired()));
  }
}
