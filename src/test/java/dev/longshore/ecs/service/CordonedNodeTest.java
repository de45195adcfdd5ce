package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node named {@code one} that was cordoned at noon. */
class CordonedNodeTest {
  private static final Node NODE =
      new NodeBuilder()
          .withNewMetadata()
          .withName("one")
          .endMetadata()
          .withNewSpec()
          .withUnschedulable(true)
          .addNewTaint()
          .withKey("node.kubernetes.io/unschedulable")
          .withEffect("NoSchedule")
          .withTimeAdded("2026-01-01T12:00:00Z")
          .endTaint()
          .endSpec()
          .build();

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "one, 11:59, , true, true, a task that was there is replaced elsewhere",
    "two, 11:59, , false, false, one of another node stays",
    "one, 12:01, , false, false, one that came later was not meant",
    "one, 11:59, node.kubernetes.io/unschedulable, true, false, one that may come back stays",
    "one, 11:59, node.kubernetes.io/not-ready, true, true, other tolerations say nothing",
    "one, 11:59, *, true, false, but one for everything does",
  })
  void drainsWhatWasThereAndCannotComeBack(
      String node,
      String created,
      @Nullable String tolerated,
      boolean keeps,
      boolean drains,
      String because) {
    Pod task = task(node, created, tolerated);

    assertThat(CordonedNode.keeps(NODE, task)).as(because).isEqualTo(keeps);
    assertThat(CordonedNode.drains(NODE, task)).as(because).isEqualTo(drains);
  }

  private static Pod task(String node, String created, @Nullable String tolerated) {
    PodBuilder pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("task")
            .withCreationTimestamp("2026-01-01T%s:00Z".formatted(created))
            .endMetadata()
            .withNewSpec()
            .withNodeName(node)
            .endSpec();
    return tolerated == null
        ? pod.build()
        : pod.editSpec()
            .addNewToleration()
            .withKey(tolerated.equals("*") ? null : tolerated)
            .withOperator("Exists")
            .endToleration()
            .endSpec()
            .build();
  }
}
