package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Problem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a service may not ask for beside {@code schedulingStrategy: DAEMON} (CreateService,
 * InvalidParameterException); the nodes say how many tasks it has and where.
 */
final class DaemonChecks {
  private static final String INVALID = "InvalidParameterException";

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              spec -> Percents.of(spec).maximum() != 100,
              "deploymentConfiguration.maximumPercent: maximumPercent must be 100 for services with"
                  + " the DAEMON scheduling strategy. Remove the member."),
          new Check(
              spec -> !spec.placementStrategy().isEmpty(),
              "placementStrategy: The daemon scheduling strategy does not support placement"
                  + " strategies. Remove the placement strategy and try again."),
          new Check(
              spec -> !spec.capacityProviderStrategy().isEmpty(),
              "capacityProviderStrategy: Specifying a capacity provider strategy is not supported"
                  + " when you create a service using the DAEMON scheduling strategy. Use"
                  + " placementConstraints to choose the nodes."),
          new Check(
              spec -> "FARGATE".equals(spec.launchType()),
              "launchType: Tasks using the Fargate launch type don't support the DAEMON scheduling"
                  + " strategy. Use EC2 or EXTERNAL."),
          new Check(
              spec -> "ENABLED".equals(spec.availabilityZoneRebalancing()),
              "availabilityZoneRebalancing: ENABLED is not supported for services using the DAEMON"
                  + " scheduling strategy: every node has its task. Use DISABLED."),
          new Check(
              spec -> !spec.volumeConfigurations().isEmpty(),
              "volumeConfigurations: Volumes configured at launch are only supported for services"
                  + " using the REPLICA scheduling strategy. Remove volumeConfigurations."),
          new Check(
              spec -> spec.kubernetes() != null && spec.kubernetes().autoScaling() != null,
              "kubernetes.autoScaling: Service Auto Scaling is not supported for services using the"
                  + " DAEMON scheduling strategy: the nodes say how many tasks there are. Remove"
                  + " autoScaling."));

  private DaemonChecks() {}

  private record Check(Predicate<ServiceSpec> fails, String message) {}

  static Stream<Problem> of(ServiceSpec spec) {
    return Scheduling.daemon(spec)
        ? CHECKS.stream()
            .filter(check -> check.fails().test(spec))
            .map(check -> new Problem(INVALID, check.message()))
        : Stream.empty();
  }
}
