package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "-1, True, , 1, a marked task is replaced",
    "-1, False, , 0, what is not ready goes first without a mark",
    "7, True, , 0, a cost of somebody else would spare it",
    ", True, , 0, and without one any other might go",
    "-1, True, 2026-01-01T13:00:00Z, 0, a protected task stays",
    "-1, True, 2026-01-01T11:00:00Z, 1, until its time is over",
  })
  void countsWhatTheReplicaSetTakesFirst(
      @Nullable String cost,
      String ready,
      @Nullable String protectedUntil,
      int count,
      String because) {
    Map<String, String> annotations = new HashMap<>(Map.of(Labels.DRAINING, "true"));
    annotations.put("controller.kubernetes.io/pod-deletion-cost", cost);
    annotations.put(Labels.PROTECTED_UNTIL, protectedUntil);

    assertThat(Draining.count(List.of(pod(annotations, ready)), NOW)).as(because).isEqualTo(count);
  }

  private static Pod pod(Map<String, String> annotations, String ready) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("task")
        .withAnnotations(annotations)
        .endMetadata()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .withLastTransitionTime("2026-01-01T11:59:00Z")
        .endCondition()
        .endStatus()
        .build();
  }
}
