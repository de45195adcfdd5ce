package dev.longshore.ecs.placement;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Map;
import java.util.Objects;

/** Which tasks a pod shares its node with, beside what its template says already. */
record Neighbours(PodSpec draft) {
  private static final int MOST = 100;

  /** None of these, ever. */
  void apart(Map<String, String> tasks) {
    draft.setAffinity(
        affinity()
            .editOrNewPodAntiAffinity()
            .addToRequiredDuringSchedulingIgnoredDuringExecution(onNode(tasks))
            .endPodAntiAffinity()
            .build());
  }

  /** Rather many tasks of the cluster, whosever they are. */
  void together() {
    draft.setAffinity(
        affinity()
            .editOrNewPodAffinity()
            .addNewPreferredDuringSchedulingIgnoredDuringExecution()
            .withWeight(MOST)
            .withPodAffinityTerm(onNode(Map.of(Labels.MANAGED_BY, Labels.LONGSHORE)))
            .endPreferredDuringSchedulingIgnoredDuringExecution()
            .endPodAffinity()
            .build());
  }

  private AffinityBuilder affinity() {
    return new AffinityBuilder(Objects.requireNonNullElseGet(draft.getAffinity(), Affinity::new));
  }

  private static PodAffinityTerm onNode(Map<String, String> tasks) {
    return new PodAffinityTermBuilder()
        .withTopologyKey(Strategy.HOST)
        .withLabelSelector(new LabelSelectorBuilder().withMatchLabels(tasks).build())
        .build();
  }
}
