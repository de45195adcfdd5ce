package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AlarmBinding;
import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.DeploymentAlarms;
import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which alarms fail a deployment of a service (API shape {@code DeploymentAlarms}).
 *
 * @param rollback whether the last completed deployment is brought back
 * @param bake how long they are watched after every task is in place
 */
record Alarms(List<String> names, boolean rollback, Duration bake) {
  /** How often they are looked at while a deployment is in progress. */
  static final Duration PERIOD = Duration.ofSeconds(15);

  /** ECS's is "less than five minutes" and its formula unpublished. */
  private static final Duration BAKE = Duration.ofMinutes(1);

  Alarms {
    names = List.copyOf(names);
  }

  static Alarms of(ServiceSpec spec) {
    Optional<DeploymentConfiguration> configuration =
        Optional.ofNullable(spec.deploymentConfiguration());
    Optional<DeploymentAlarms> enabled =
        configuration
            .map(DeploymentConfiguration::alarms)
            .filter(it -> Boolean.TRUE.equals(it.enable()));
    Duration usual = enabled.isPresent() ? BAKE : Duration.ZERO;
    return new Alarms(
        enabled.map(DeploymentAlarms::alarmNames).orElse(List.of()),
        enabled.filter(it -> Boolean.TRUE.equals(it.rollback())).isPresent(),
        configuration
            .map(DeploymentConfiguration::bakeTimeInMinutes)
            .map(Duration::ofMinutes)
            .orElse(usual));
  }

  boolean watched() {
    return !names.isEmpty();
  }

  /** Whether they may fail a deployment: one that is still to begin, or that began with them. */
  static boolean matter(EcsDeployment deployment, ServiceObserved observed) {
    Gates gates = observed.gates(deployment);
    boolean unborn = observed.of(deployment).findAny().isEmpty();
    return observed.end(deployment).isEmpty()
        && (unborn || gates.closed() && !gates.ignoresAlarms());
  }

  /** What the cluster of the namespace says its alarms are. */
  static List<AlarmBinding> bound(Optional<Cluster> cluster) {
    return cluster
        .map(it -> it.getSpec().kubernetes())
        .map(ClusterKubernetes::bindings)
        .map(Bindings::alarms)
        .orElse(List.of());
  }

  /** The bindings of these alarms; a name without one is refused before. */
  List<AlarmBinding> bindings(Optional<Cluster> cluster) {
    return bound(cluster).stream().filter(it -> names.contains(it.alarmName())).toList();
  }
}
