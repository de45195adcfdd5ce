package dev.longshore.ecs.service;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code availabilityZoneRebalancing}: new tasks go where the fewest of their deployment are, and
 * those that run are moved there; see {@link ZoneMoves}.
 */
final class ZoneBalance {
  private static final String PATH = "availabilityZoneRebalancing";
  private static final String ZONE = "attribute:ecs.availability-zone";

  /** By zone, and within a zone by node. */
  private static final List<PlacementStrategy> EVEN =
      List.of(new PlacementStrategy("spread", ZONE), new PlacementStrategy("spread", "instanceId"));

  private static final List<Check> CHECKS =
      List.of(
          new Check(
              spec -> "EXTERNAL".equals(spec.launchType()),
              "ENABLED is not supported with the EXTERNAL launch type. Use DISABLED."),
          new Check(
              spec -> spec.loadBalancers().stream().anyMatch(it -> it.loadBalancerName() != null),
              "ENABLED is not supported with a Classic Load Balancer. Use DISABLED."),
          new Check(
              spec -> !Scheduling.daemon(spec) && Percents.of(spec).maximum() <= 100,
              "ENABLED starts a task before it stops one and needs a maximumPercent over 100."
                  + " Raise deploymentConfiguration.maximumPercent or use DISABLED."),
          new Check(
              spec ->
                  !spec.placementStrategy().isEmpty()
                      && !byZone(spec.placementStrategy().getFirst()),
              "ENABLED needs a placementStrategy that begins with spread by "
                  + ZONE
                  + ", or none. Put it first or use DISABLED."),
          new Check(
              spec ->
                  spec.placementConstraints().stream()
                      .anyMatch(it -> requireNonNullElse(it.expression(), "").contains(ZONE)),
              "ENABLED is not supported with a placement constraint on "
                  + ZONE
                  + ". Remove the constraint or use DISABLED."));

  private ZoneBalance() {}

  private record Check(Predicate<ServiceSpec> fails, String message) {}

  static List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(PATH, "")
            .except(
                new FieldRule.Exception(
                    "ENABLED",
                    (value, document) -> value.asText().equals("ENABLED"),
                    FidelityClass.EQUIVALENT,
                    "new tasks are spread over zones; of those that run one at a time moves, and none twice among the same nodes")));
  }

  /** What ECS does not balance. */
  static Stream<Problem> problems(ServiceSpec spec) {
    return enabled(spec)
        ? CHECKS.stream()
            .filter(check -> check.fails().test(spec))
            .map(check -> new Problem("InvalidParameterException", PATH + ": " + check.message()))
        : Stream.empty();
  }

  /** The strategy of the service; a balanced one without any is spread by zone. */
  static List<PlacementStrategy> strategy(ServiceSpec spec) {
    return spec.placementStrategy().isEmpty() && enabled(spec) ? EVEN : spec.placementStrategy();
  }

  static boolean enabled(ServiceSpec spec) {
    return "ENABLED".equals(spec.availabilityZoneRebalancing());
  }

  private static boolean byZone(PlacementStrategy strategy) {
    return "spread".equals(strategy.type()) && ZONE.equals(strategy.field());
  }
}
