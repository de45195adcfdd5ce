package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ScalableTarget;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is accepted of a service and still will not do what its owner hopes. */
public final class ServiceRemarks {
  private static final List<Function<ServiceSpec, Optional<Warning>>> REMARKS =
      List.of(ServiceRemarks::stalls, ServiceRemarks::scalesToZero);

  /** Percents of so many tasks are whole tasks. */
  private static final int UNKNOWN_COUNT = 100;

  private ServiceRemarks() {}

  /** Every remark, each with the member that it is about. */
  public static List<Warning> of(ServiceSpec spec) {
    return REMARKS.stream().flatMap(it -> it.apply(spec).stream()).toList();
  }

  /** With both limits at the desired count no task may be started or stopped (ECS's event E14). */
  private static Optional<Warning> stalls(ServiceSpec spec) {
    Percents percents = Percents.of(spec);
    Integer count = spec.desiredCount();
    Bounds bounds = percents.bounds(count == null ? UNKNOWN_COUNT : count);
    if ("DAEMON".equals(spec.schedulingStrategy()) || !bounds.stuck()) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            "deploymentConfiguration",
            "a deployment that replaces tasks stalls: minimumHealthyPercent %d of %s lets none stop and maximumPercent %d lets none start; lower the one or raise the other"
                .formatted(
                    percents.minimumHealthy(),
                    count == null ? "any desiredCount" : "desiredCount " + count,
                    percents.maximum())));
  }

  private static Optional<Warning> scalesToZero(ServiceSpec spec) {
    return Optional.ofNullable(spec.kubernetes())
        .map(ServiceKubernetes::autoScaling)
        .map(it -> it.scalableTarget())
        .map(ScalableTarget::minCapacity)
        .filter(it -> it == 0)
        .map(
            it ->
                new Warning(
                    "kubernetes.autoScaling.scalableTarget.minCapacity",
                    "0 is taken as 1: the autoscaler keeps one task to measure"));
  }
}
