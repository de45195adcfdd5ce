package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueprintTest {
  private final Deployment made =
      Blueprint.stamp(
          new DeploymentBuilder()
              .withNewMetadata()
              .withName("web-1a")
              .withNamespace("shop")
              .withLabels(Map.of(Labels.SERVICE, "web"))
              .withAnnotations(Map.of(Labels.ORDINAL, "2"))
              .endMetadata()
              .withNewSpec()
              .withReplicas(0)
              .withNewTemplate()
              .withNewSpec()
              .addNewContainer()
              .withName("app")
              .withImage("example/web:1")
              .endContainer()
              .endSpec()
              .endTemplate()
              .endSpec()
              .build());

  @Test
  void aForeignEditIsUndone() {
    Deployment edited =
        new DeploymentBuilder(made)
            .editSpec()
            .editTemplate()
            .editSpec()
            .editContainer(0)
            .withImage("evil:latest")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .editMetadata()
            .addToAnnotations(Labels.ORDINAL, "99")
            .removeFromLabels(Labels.SERVICE)
            .endMetadata()
            .build();

    assertThat(Blueprint.restore(edited, 0)).isEqualTo(made);
    assertThat(Blueprint.metadata(edited).getAnnotations()).containsEntry(Labels.ORDINAL, "2");
  }

  @Test
  void onlyTheReplicasMove() {
    Deployment scaled = Blueprint.restore(made, 7);

    assertThat(scaled.getSpec().getReplicas()).isEqualTo(7);
    assertThat(Blueprint.restore(scaled, 0)).isEqualTo(made);
  }

  @Test
  void withoutItsAnnotationWhatRunsIsWhatStays() {
    Deployment robbed =
        new DeploymentBuilder(made)
            .editMetadata()
            .removeFromAnnotations(Labels.BLUEPRINT)
            .endMetadata()
            .build();

    assertThat(Blueprint.restore(robbed, 0).getSpec()).isEqualTo(made.getSpec());
  }

  @Test
  void anUnreadableAnnotationIsNoReasonToStop() {
    Deployment spoilt =
        new DeploymentBuilder(made)
            .editMetadata()
            .addToAnnotations(Labels.BLUEPRINT, "{")
            .endMetadata()
            .build();

    assertThat(Blueprint.restore(spoilt, 3).getSpec().getTemplate())
        .isEqualTo(made.getSpec().getTemplate());
  }
}
