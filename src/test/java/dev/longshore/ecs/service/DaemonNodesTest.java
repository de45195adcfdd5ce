package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes by name come on top of what the task itself asks for. */
class DaemonNodesTest {
  private static final PodTemplateSpec ANYWHERE =
      new PodTemplateSpecBuilder().withNewSpec().endSpec().build();
  private static final PodTemplateSpec ARM_OR_DISK =
      new PodTemplateSpecBuilder()
          .withNewSpec()
          .withNewAffinity()
          .withNewNodeAffinity()
          .withNewRequiredDuringSchedulingIgnoredDuringExecution()
          .addNewNodeSelectorTerm()
          .addToMatchExpressions(new NodeSelectorRequirement("arch", "In", List.of("arm64")))
          .endNodeSelectorTerm()
          .addNewNodeSelectorTerm()
          .addToMatchExpressions(new NodeSelectorRequirement("disk", "Exists", List.of()))
          .endNodeSelectorTerm()
          .endRequiredDuringSchedulingIgnoredDuringExecution()
          .endNodeAffinity()
          .endAffinity()
          .endSpec()
          .build();

  @Test
  void noNodeLeftOutLeavesTheTemplateAsItIs() {
    assertThat(DaemonNodes.except(ARM_OR_DISK, List.of())).isSameAs(ARM_OR_DISK);
  }

  @Test
  void aNodeLeftOutIsLeftOutOfEveryAlternative() {
    assertThat(terms(DaemonNodes.except(ANYWHERE, List.of("b", "a", "b"))))
        .containsExactly("metadata.name NotIn [a] and metadata.name NotIn [b]");
    assertThat(terms(DaemonNodes.except(ARM_OR_DISK, List.of("a"))))
        .containsExactly(
            "arch In [arm64] and metadata.name NotIn [a]",
            "disk Exists [] and metadata.name NotIn [a]");
  }

  @Test
  void confinedItRunsOnThoseThatItMayRunOn() {
    assertThat(terms(DaemonNodes.only(ANYWHERE, List.of("b", "a"))))
        .containsExactly("metadata.name In [a]", "metadata.name In [b]");
    assertThat(terms(DaemonNodes.only(ARM_OR_DISK, List.of("a"))))
        .containsExactly(
            "arch In [arm64] and metadata.name In [a]", "disk Exists [] and metadata.name In [a]");
    assertThat(terms(DaemonNodes.only(ARM_OR_DISK, List.of())))
        .containsExactly("ecs.longshore.dev/given-up Exists []");
  }

  private static List<String> terms(PodTemplateSpec template) {
    return template
        .getSpec()
        .getAffinity()
        .getNodeAffinity()
        .getRequiredDuringSchedulingIgnoredDuringExecution()
        .getNodeSelectorTerms()
        .stream()
        .map(DaemonNodesTest::text)
        .toList();
  }

  private static String text(NodeSelectorTerm term) {
    return Stream.concat(term.getMatchExpressions().stream(), term.getMatchFields().stream())
        .map(DaemonNodesTest::text)
        .collect(Collectors.joining(" and "));
  }

  private static String text(NodeSelectorRequirement it) {
    return it.getKey() + " " + it.getOperator() + " " + it.getValues();
  }
}
