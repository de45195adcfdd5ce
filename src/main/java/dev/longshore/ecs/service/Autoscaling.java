package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AutoScaling;
import dev.longshore.api.ecs.v1.ScalingPolicy;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.SuspendedState;
import dev.longshore.api.ecs.v1.TargetTrackingScalingPolicyConfiguration;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Application Auto Scaling's target tracking as an autoscaler of the Service's own {@code /scale}:
 * it writes {@code desiredCount}, and the engine alone writes the children's replicas.
 */
final class Autoscaling {
  /** Default of {@code ScaleInCooldown} and {@code ScaleOutCooldown} for ECS, in seconds. */
  static final int DEFAULT_COOLDOWN = 300;

  /** Largest {@code periodSeconds} and {@code stabilizationWindowSeconds} of autoscaling/v2. */
  private static final int MAX_PERIOD = 1800;

  private static final int MAX_WINDOW = 3600;

  private static final Map<String, String> RESOURCES =
      Map.of(
          "ECSServiceAverageCPUUtilization", "cpu",
          "ECSServiceAverageMemoryUtilization", "memory");

  private Autoscaling() {}

  /**
   * The autoscaler of a service; none without a policy, for Kubernetes would scale it on a metric
   * of its own choice.
   *
   * @param rolling a deployment is in progress: ECS does not scale in meanwhile
   */
  static Optional<HorizontalPodAutoscaler> of(
      Service service, AutoScaling scaling, ObjectMeta metadata, boolean rolling) {
    return policies(scaling).findAny().isEmpty()
        ? Optional.empty()
        : Optional.of(autoscaler(service, scaling, metadata, rolling));
  }

  private static HorizontalPodAutoscaler autoscaler(
      Service service, AutoScaling scaling, ObjectMeta metadata, boolean rolling) {
    var target = scaling.scalableTarget();
    return new HorizontalPodAutoscalerBuilder()
        .withMetadata(new ObjectMetaBuilder(metadata).build())
        .withNewSpec()
        .withNewScaleTargetRef()
        .withApiVersion(service.getApiVersion())
        .withKind(service.getKind())
        .withName(service.getMetadata().getName())
        .endScaleTargetRef()
        .withMinReplicas(Math.max(1, target == null ? 1 : orElse(target.minCapacity(), 1)))
        .withMaxReplicas(Math.max(1, target == null ? 1 : orElse(target.maxCapacity(), 1)))
        .withMetrics(policies(scaling).map(Autoscaling::metric).toList())
        .withNewBehavior()
        .withScaleDown(scaleDown(scaling, rolling))
        .withScaleUp(scaleUp(scaling))
        .endBehavior()
        .endSpec()
        .build();
  }

  /** Policies that this cluster cannot measure, each with its place in the spec. */
  static List<String> unsupported(AutoScaling scaling) {
    List<ScalingPolicy> all = scaling.scalingPolicies();
    return IntStream.range(0, all.size())
        .filter(i -> !measurable(all.get(i).targetTrackingScalingPolicyConfiguration()))
        .mapToObj(i -> "scalingPolicies[%d] (%s)".formatted(i, all.get(i).policyName()))
        .toList();
  }

  private static MetricSpec metric(TargetTrackingScalingPolicyConfiguration policy) {
    var predefined = Objects.requireNonNull(policy.predefinedMetricSpecification());
    return new MetricSpecBuilder()
        .withType("Resource")
        .withNewResource()
        .withName(RESOURCES.get(predefined.predefinedMetricType()))
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(Math.max(1, (int) Math.round(orElse(policy.targetValue(), 0.0))))
        .endTarget()
        .endResource()
        .build();
  }

  private static HPAScalingRules scaleDown(AutoScaling scaling, boolean rolling) {
    boolean off =
        rolling
            || suspended(scaling, SuspendedState::dynamicScalingInSuspended)
            || policies(scaling).anyMatch(policy -> orElse(policy.disableScaleIn(), false));
    int cooldown =
        cooldowns(scaling, TargetTrackingScalingPolicyConfiguration::scaleInCooldown)
            .max()
            .orElse(0);
    return rules(off, Math.min(cooldown, MAX_WINDOW), cooldown);
  }

  private static HPAScalingRules scaleUp(AutoScaling scaling) {
    boolean off = suspended(scaling, SuspendedState::dynamicScalingOutSuspended);
    int cooldown =
        cooldowns(scaling, TargetTrackingScalingPolicyConfiguration::scaleOutCooldown)
            .min()
            .orElse(0);
    return rules(off, 0, cooldown);
  }

  private static HPAScalingRules rules(boolean off, int window, int cooldown) {
    return new HPAScalingRulesBuilder()
        .withSelectPolicy(off ? "Disabled" : "Max")
        .withStabilizationWindowSeconds(window)
        .addNewPolicy()
        .withType("Percent")
        .withValue(100)
        .withPeriodSeconds(Math.clamp(cooldown, 1, MAX_PERIOD))
        .endPolicy()
        .build();
  }

  private static IntStream cooldowns(
      AutoScaling scaling,
      Function<TargetTrackingScalingPolicyConfiguration, @Nullable Integer> member) {
    return policies(scaling).mapToInt(policy -> orElse(member.apply(policy), DEFAULT_COOLDOWN));
  }

  private static boolean suspended(
      AutoScaling scaling, Function<SuspendedState, @Nullable Boolean> member) {
    var target = scaling.scalableTarget();
    SuspendedState state = target == null ? null : target.suspendedState();
    return state != null && orElse(member.apply(state), false);
  }

  private static Stream<TargetTrackingScalingPolicyConfiguration> policies(AutoScaling scaling) {
    return scaling.scalingPolicies().stream()
        .map(ScalingPolicy::targetTrackingScalingPolicyConfiguration)
        .filter(Autoscaling::measurable)
        .map(Objects::requireNonNull);
  }

  private static boolean measurable(@Nullable TargetTrackingScalingPolicyConfiguration policy) {
    var predefined = policy == null ? null : policy.predefinedMetricSpecification();
    return predefined != null
        && predefined.predefinedMetricType() != null
        && RESOURCES.containsKey(predefined.predefinedMetricType());
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
