package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AutoScaling;
import dev.longshore.api.ecs.v1.ScalableTarget;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Providers;
import dev.longshore.ecs.capacityprovider.Strategies;
import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service may not ask for: a table of checks, each with ECS's class of error and a remedy. A
 * refused service keeps what runs and is otherwise left alone. The command line asks the same
 * table.
 */
public final class ServiceChecks {
  private static final String INVALID = "InvalidParameterException";
  private static final String STRATEGY = "capacityProviderStrategy";
  private static final String UNSUPPORTED = "UnsupportedFeatureException";

  private static final Fidelity FIELDS = ServiceFields.rules();

  private static final List<Function<ServiceSpec, Optional<Problem>>> CHECKS =
      List.of(
          ServiceChecks::taskDefinitionIsNamed,
          ServiceChecks::countIsNotNegative,
          ServiceChecks::oneKindOfCapacity,
          ServiceChecks::launchTypeIsKnown,
          ServiceChecks::policiesAreMeasurable,
          ServiceChecks::capacityIsOrdered,
          ServiceChecks::percentsAreInRange,
          DeploymentChecks::hooksPauseWhereTheyMay,
          DeploymentChecks::bakeTimeIsInRange,
          DeploymentChecks::continueNamesItsHook,
          EarlySuccess::problem);

  private ServiceChecks() {}

  /** What is wrong with the service itself; references are the resolver's. */
  static List<Problem> of(Service service, Catalog catalog) {
    ServiceSpec spec = service.getSpec();
    return Stream.of(
            nameIsFree(service, catalog).stream(),
            request(spec).stream(),
            strategy(service, catalog),
            DeploymentChecks.alarmsAreBound(service, catalog))
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  /** What is wrong with the request, whatever is in the cluster; messages begin with the member. */
  public static List<Problem> request(ServiceSpec spec) {
    return Stream.of(
            CHECKS.stream().flatMap(check -> check.apply(spec).stream()),
            DaemonChecks.of(spec),
            TaskWishes.problems(spec),
            Strategies.form(STRATEGY, spec.capacityProviderStrategy()).stream(),
            rejected(spec))
        .flatMap(Function.identity())
        .toList();
  }

  /** What heals when a provider appears is the resolver's to say. */
  private static Stream<Problem> strategy(Service service, Catalog catalog) {
    String namespace = service.getMetadata().getNamespace();
    Providers providers = Providers.of(catalog.capacityProviders(), catalog.cluster(namespace));
    return Strategies.validate(STRATEGY, service.getSpec().capacityProviderStrategy(), providers)
        .stream()
        .filter(problem -> problem.reason().equals(Strategies.INVALID));
  }

  /** Members the fidelity table rejects, each structure once. */
  private static Stream<Problem> rejected(ServiceSpec spec) {
    return FIELDS.report(Mappers.json().valueToTree(spec)).of(FidelityClass.REJECTED).stream()
        .collect(
            Collectors.toMap(FidelityLine::note, line -> line, (one, other) -> one, TreeMap::new))
        .values()
        .stream()
        .map(line -> new Problem(UNSUPPORTED, line.path() + ": " + line.note() + "."));
  }

  private static Optional<Problem> nameIsFree(Service service, Catalog catalog) {
    String name = ServiceNames.of(service);
    List<Service> all = catalog.services(service.getMetadata().getNamespace(), name);
    return Duplicates.holder(service, all, ServiceNames::of)
        .map(
            holder ->
                new Problem(
                    Duplicates.REASON,
                    "serviceName: %s is held by the older object %s; rename one or delete it."
                        .formatted(name, holder.getMetadata().getName())));
  }

  private static Optional<Problem> taskDefinitionIsNamed(ServiceSpec spec) {
    String reference = spec.taskDefinition();
    return refuseIf(
        reference == null || reference.isEmpty(),
        INVALID,
        "taskDefinition: TaskDefinition can not be blank. Name a family, family:revision or ARN.");
  }

  private static Optional<Problem> countIsNotNegative(ServiceSpec spec) {
    Integer count = spec.desiredCount();
    return refuseIf(
        count != null && count < 0,
        INVALID,
        "desiredCount: %s is no number of tasks; give 0 or more.",
        count);
  }

  private static Optional<Problem> oneKindOfCapacity(ServiceSpec spec) {
    return refuseIf(
        given(spec.launchType()) && !spec.capacityProviderStrategy().isEmpty(),
        INVALID,
        "launchType: Specify either Launch Type or Capacity Provider Strategy, but not both.");
  }

  private static Optional<Problem> launchTypeIsKnown(ServiceSpec spec) {
    return refuseIf(
        given(spec.launchType())
            && !List.of("EC2", "FARGATE", "EXTERNAL").contains(spec.launchType()),
        INVALID,
        "launchType: %s is not a launch type here; use EC2, FARGATE or EXTERNAL, or a"
            + " capacityProviderStrategy.",
        spec.launchType());
  }

  private static Optional<Problem> policiesAreMeasurable(ServiceSpec spec) {
    List<String> unsupported =
        Optional.ofNullable(spec.kubernetes())
            .map(ServiceKubernetes::autoScaling)
            .map(Autoscaling::unsupported)
            .orElse(List.of());
    return refuseIf(
        !unsupported.isEmpty(),
        UNSUPPORTED,
        "kubernetes.autoScaling: %s: only target tracking of ECSServiceAverageCPUUtilization or"
            + " ECSServiceAverageMemoryUtilization can be measured here; use one of them or remove"
            + " the policy.",
        String.join(", ", unsupported));
  }

  private static Optional<Problem> capacityIsOrdered(ServiceSpec spec) {
    ScalableTarget target =
        Optional.ofNullable(spec.kubernetes())
            .map(ServiceKubernetes::autoScaling)
            .map(AutoScaling::scalableTarget)
            .orElse(null);
    if (target == null || target.minCapacity() == null || target.maxCapacity() == null) {
      return Optional.empty();
    }
    int fewest = target.minCapacity();
    int most = target.maxCapacity();
    return refuseIf(
            fewest > most,
            INVALID,
            "kubernetes.autoScaling.scalableTarget: Minimum capacity cannot be greater than maximum"
                + " capacity: %s is more than %s.",
            fewest,
            most)
        .or(
            () ->
                refuseIf(
                    most == 0,
                    INVALID,
                    "kubernetes.autoScaling.scalableTarget: a maxCapacity of 0 leaves nothing to"
                        + " scale; give 1 or more, or remove autoScaling and set desiredCount 0."));
  }

  private static Optional<Problem> percentsAreInRange(ServiceSpec spec) {
    Percents percents = Percents.of(spec);
    return refuseIf(
        percents.minimumHealthy() < 0
            || percents.minimumHealthy() > 100
            || percents.maximum() < 100,
        INVALID,
        "deploymentConfiguration: minimumHealthyPercent %s must be 0 to 100 and maximumPercent %s"
            + " at least 100.",
        percents.minimumHealthy(),
        percents.maximum());
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static Optional<Problem> refuseIf(
      boolean bad, String reason, String message, @Nullable Object... values) {
    return bad
        ? Optional.of(new Problem(reason, String.format(message, values)))
        : Optional.empty();
  }
}
