package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AlarmBinding;
import dev.longshore.api.ecs.v1.DeploymentAction;
import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.DeploymentLifecycleHook;
import dev.longshore.api.ecs.v1.DeploymentStrategy;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a service may not ask of its deployments besides their tasks: part of the one table. */
final class DeploymentChecks {
  private static final String INVALID = "InvalidParameterException";
  private static final Set<String> STAGES =
      Set.of(
          LifecycleStage.RECONCILE_SERVICE.name(),
          LifecycleStage.PRE_SCALE_UP.name(),
          LifecycleStage.POST_SCALE_UP.name());
  private static final int MOST_PAUSES = 10;
  private static final int MOST_MINUTES = 1440;
  private static final int LONGEST_TIMEOUT = 20_160;

  private DeploymentChecks() {}

  static Optional<Problem> hooksPauseWhereTheyMay(ServiceSpec spec) {
    List<DeploymentLifecycleHook> hooks =
        Optional.ofNullable(spec.deploymentConfiguration())
            .map(DeploymentConfiguration::lifecycleHooks)
            .orElse(List.of());
    if (hooks.size() > MOST_PAUSES) {
      return Optional.of(
          new Problem(
              INVALID,
              "deploymentConfiguration.lifecycleHooks: %d pauses; a service has at most 10."
                  .formatted(hooks.size())));
    }
    if (!rolling(spec)) {
      return Optional.empty(); // the strategy itself is refused
    }
    return IntStream.range(0, hooks.size())
        .mapToObj(i -> hook("deploymentConfiguration.lifecycleHooks[" + i + "]", hooks.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean rolling(ServiceSpec spec) {
    return Optional.ofNullable(spec.deploymentConfiguration())
        .map(DeploymentConfiguration::strategy)
        .map(DeploymentStrategy.ROLLING.name()::equals)
        .orElse(true);
  }

  /** Functions and roles are the fidelity table's to refuse. */
  private static Optional<Problem> hook(String path, DeploymentLifecycleHook hook) {
    if (hook.targetType() == null && hook.hookTargetArn() == null && hook.roleArn() == null) {
      return problem(
          INVALID,
          path
              + ".targetType: AWS_LAMBDA, its default, needs a hookTargetArn, and cannot be called"
              + " here; use PAUSE.");
    }
    if (hook.lifecycleStages().isEmpty()) {
      return problem(INVALID, path + ".lifecycleStages: name at least one stage.");
    }
    return hook.lifecycleStages().stream()
        .filter(it -> !STAGES.contains(it))
        .findFirst()
        .map(
            it ->
                new Problem(
                    INVALID,
                    "%s.lifecycleStages: %s: a ROLLING deployment shifts no traffic in steps; it pauses at RECONCILE_SERVICE, PRE_SCALE_UP or POST_SCALE_UP."
                        .formatted(path, it)))
        .or(() -> timeout(path, hook));
  }

  private static Optional<Problem> timeout(String path, DeploymentLifecycleHook hook) {
    Integer minutes =
        hook.timeoutConfiguration() == null ? null : hook.timeoutConfiguration().timeoutInMinutes();
    return minutes != null && (minutes < 1 || minutes > LONGEST_TIMEOUT)
        ? problem(
            INVALID,
            path
                + ".timeoutConfiguration.timeoutInMinutes: "
                + minutes
                + " must be 1 to 20160 minutes.")
        : Optional.empty();
  }

  static Optional<Problem> bakeTimeIsInRange(ServiceSpec spec) {
    Integer minutes =
        spec.deploymentConfiguration() == null
            ? null
            : spec.deploymentConfiguration().bakeTimeInMinutes();
    return minutes != null && (minutes < 0 || minutes > MOST_MINUTES)
        ? problem(
            INVALID,
            "deploymentConfiguration.bakeTimeInMinutes: " + minutes + " must be 0 to 1440 minutes.")
        : Optional.empty();
  }

  static Optional<Problem> continueNamesItsHook(ServiceSpec spec) {
    DeploymentAction action =
        Optional.ofNullable(spec.kubernetes())
            .map(ServiceKubernetes::deploymentAction)
            .orElse(null);
    return action != null && "CONTINUE".equals(action.action()) && action.hookId() == null
        ? problem(
            INVALID,
            "kubernetes.deploymentAction.hookId: CONTINUE names the pause it ends; take hookId from"
                + " status.serviceDeployments[].lifecycleHookDetails.")
        : Optional.empty();
  }

  /** An alarm that nobody bound would never go off. */
  static Stream<Problem> alarmsAreBound(Service service, Catalog catalog) {
    Set<String> bound =
        Alarms.bound(catalog.cluster(service.getMetadata().getNamespace())).stream()
            .map(AlarmBinding::alarmName)
            .collect(Collectors.toSet());
    return Alarms.of(service.getSpec()).names().stream()
        .filter(it -> !bound.contains(it))
        .map(
            it ->
                new Problem(
                    INVALID,
                    "deploymentConfiguration.alarms.alarmNames: alarm %s is unknown; say what it stands for in kubernetes.bindings.alarms of the namespace's Cluster."
                        .formatted(it)));
  }

  private static Optional<Problem> problem(String reason, String message) {
    return Optional.of(new Problem(reason, message));
  }
}
