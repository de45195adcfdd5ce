package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterStatus;
import dev.longshore.core.Arns;
import dev.longshore.core.Conditions;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Strategies;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Clock;
import java.util.List;

/** What a cluster tells about itself (API shape {@code Cluster}). */
record ClusterStatuses(Clock clock) {

  ClusterStatus of(Cluster cluster, List<Problem> problems, ClusterObserved observed) {
    boolean extra = problems.stream().anyMatch(it -> it.reason().equals(Duplicates.REASON));
    ClusterObserved counts = extra ? ClusterObserved.NOTHING : observed;
    Long generation = cluster.getMetadata().getGeneration();
    return new ClusterStatus(
        generation,
        new Conditions(clock, generation, previous(cluster)).of(state(cluster, problems)),
        Arns.cluster(Clusters.name(cluster)),
        extra ? "FAILED" : "ACTIVE",
        counts.instances(),
        counts.running(),
        counts.pending(),
        counts.services());
  }

  private static State state(Cluster cluster, List<Problem> problems) {
    if (problems.isEmpty()) {
      return new State.Ready("Active", "Cluster " + Clusters.name(cluster) + " is ACTIVE.");
    }
    String reason = problems.getFirst().reason();
    boolean heals = problems.stream().allMatch(it -> it.reason().equals(Strategies.NOT_FOUND));
    return heals
        ? new State.Progressing(reason, Problem.join(problems))
        : new State.Stalled(reason, Problem.join(problems));
  }

  private static List<Condition> previous(Cluster cluster) {
    return cluster.getStatus() == null ? List.of() : cluster.getStatus().conditions();
  }
}
