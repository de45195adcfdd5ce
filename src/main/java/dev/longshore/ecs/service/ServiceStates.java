package dev.longshore.ecs.service;

import dev.longshore.core.Conditions.State;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.Hooks.Hook;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one state and one sentence where a service stands; the worst finding wins. */
final class ServiceStates {
  private ServiceStates() {}

  /**
   * What is wrong, by who can help.
   *
   * @param refusals the spec asks for what cannot be
   * @param missing references that heal when their object appears
   * @param unwritten children that are somebody else's or that the API server refuses
   */
  record Findings(List<Problem> refusals, List<Problem> missing, List<Problem> unwritten) {}

  static State of(ServiceDeployments now, Findings findings, ServiceRecords records) {
    ServicePlan plan = now.plan();
    List<Problem> bad =
        Stream.concat(findings.refusals().stream(), findings.unwritten().stream()).toList();
    if (!bad.isEmpty()) {
      return new State.Stalled(bad.getFirst().reason(), sentences(bad));
    }
    if (!findings.missing().isEmpty()) {
      return new State.Progressing(
          findings.missing().getFirst().reason(), sentences(findings.missing()));
    }
    if (plan.stalled()) {
      return new State.Stalled(
          "DeploymentConfiguration",
          "minimumHealthyPercent and maximumPercent leave no room: at desiredCount "
              + plan.bounds().desired()
              + " at least "
              + plan.bounds().minHealthy()
              + " tasks must run and at most "
              + plan.bounds().maxTasks()
              + " may. Lower the one or raise the other.");
    }
    return plan.course().failed()
        ? givenUp(plan.course(), records)
        : progress(plan, now.rollout(), now.observed());
  }

  /** The spec asks for what did not work, so it takes a change of the spec to be Ready again. */
  private static State givenUp(Course course, ServiceRecords records) {
    String failed = course.wanted().map(ServiceStates::named).orElse("");
    String target = course.target().map(ServiceStates::named).orElse("");
    String why = course.wanted().flatMap(records::reason).orElse("Given up.");
    String what = failed + ": " + why;
    String remedy = " Register a revision that works, or deploy again with forceNewDeployment.";
    if (course.frozen()) {
      return new State.Stalled(
          "DeploymentFailed", what + " No task of it is started any more." + remedy);
    }
    return course.wanted().filter(records::wentBack).isPresent()
        ? new State.Stalled("RolledBack", what + " " + target + " runs instead." + remedy)
        : progressing(ServiceReason.ROLLING_BACK, what + " Rolling back to " + target + ".");
  }

  private static String named(EcsDeployment deployment) {
    return "ECS deployment " + deployment.id() + " of " + deployment.taskDefinition();
  }

  private static State progress(ServicePlan plan, Rollout rollout, ServiceObserved observed) {
    String deployment = plan.course().target().map(EcsDeployment::id).orElse("");
    if (rollout.steady()) {
      return new State.Ready(
          ServiceReason.STEADY_STATE.text(), "The service has reached a steady state.");
    }
    if (plan.course().lifecycle().filter(it -> !it.waiting().isEmpty()).isPresent()) {
      return paused(deployment, plan.course().lifecycle().get());
    }
    if (plan.course().lingers()) {
      return progressing(
          ServiceReason.BAKE_TIME,
          "ECS deployment %s has its tasks in place; it is COMPLETED after its bake time."
              .formatted(deployment));
    }
    if (rollout.refusal().isPresent()) {
      return progressing(
          ServiceReason.TASKS_REFUSED,
          "The API server refuses the tasks: "
              + rollout.refusal().get()
              + ". Remove the cause; where the namespace asks for more than when the deployment"
              + " began, begin another (forceNewDeployment).");
    }
    return rollout.completed()
        ? scaling(plan, observed)
        : progressing(
            ServiceReason.DEPLOYMENT_IN_PROGRESS, "ECS deployment " + deployment + " in progress.");
  }

  private static State scaling(ServicePlan plan, ServiceObserved observed) {
    return progressing(
        ServiceReason.SCALING,
        Protection.keeps(observed, plan.bounds().desired())
            .orElse("Tasks are being started, stopped or replaced."));
  }

  private static State paused(String deployment, Lifecycle lifecycle) {
    Hook hook = lifecycle.waiting().getFirst();
    Gates.Pause pause = Objects.requireNonNull(lifecycle.gates().hooks().get(hook.id()));
    return progressing(
        ServiceReason.AWAITING_ACTION,
        "ECS deployment %s waits at %s for a decision on hook %s: `longshore continue` goes on, `longshore rollback` does not; at %s it %s."
            .formatted(
                deployment,
                hook.stage(),
                hook.id(),
                hook.expires(pause),
                hook.continues() ? "goes on by itself" : "is rolled back"));
  }

  private static State progressing(ServiceReason reason, String message) {
    return new State.Progressing(reason.text(), message);
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::message).distinct().collect(Collectors.joining(" "));
  }
}
