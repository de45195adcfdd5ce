package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.ServiceStatuses.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tasks that the API server does not take: their pods, or the child that would make them.
 *
 * @param deployment id of the ECS deployment
 * @param tasks how many of them are missing
 */
record Unlaunched(String deployment, int tasks, String reason) {
  /** A webhook may say more than a list of events should hold. */
  private static final int LONGEST = 300;

  private static final Pattern CHILD = Pattern.compile("\\b(Deployment|DaemonSet) ");

  static Optional<Unlaunched> of(Outcome outcome) {
    return outcome
        .plan()
        .course()
        .target()
        .flatMap(
            target ->
                reason(target, outcome)
                    .map(it -> new Unlaunched(target.id(), missing(target, outcome), it)))
        .filter(it -> it.tasks() > 0);
  }

  private static Optional<String> reason(EcsDeployment target, Outcome outcome) {
    boolean unborn = outcome.observed().of(target).findAny().isEmpty();
    return outcome
        .rollout()
        .refusal()
        .or(
            () ->
                outcome.findings().unwritten().stream()
                    .map(Problem::message)
                    .filter(it -> unborn && CHILD.matcher(it).find())
                    .findFirst())
        .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) + "…" : it);
  }

  private static int missing(EcsDeployment target, Outcome outcome) {
    int wanted =
        outcome.plan().children().stream()
            .filter(
                it -> target.digits().equals(it.getMetadata().getLabels().get(Labels.DEPLOYMENT)))
            .mapToInt(it -> Objects.requireNonNullElse(it.getSpec().getReplicas(), 0))
            .sum();
    return wanted - outcome.observed().of(target).mapToInt(it -> it.tasks().live()).sum();
  }
}
