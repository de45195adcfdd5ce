package dev.longshore.ecs.service;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-01-01T12:00:01Z, true",
    "2026-01-01T13:00:01+01:00, true",
    "2026-01-01T12:00:00Z, false",
    "2025-12-31T12:00:00Z, false",
    "tomorrow, false",
    "'', false",
    ", false",
  })
  void lastsUntilItsTime(String until, boolean protects) {
    assertThat(Protection.of(pod(until, Map.of()), NOW)).isEqualTo(protects);
  }

  @Test
  void aTaskThatIsStoppedAlreadyIsNotProtected() {
    Pod pod = pod("2026-01-01T13:00:00Z", Map.of());
    pod.getMetadata().setDeletionTimestamp(NOW.toString());

    assertThat(Protection.of(pod, NOW)).isFalse();
  }

  @Test
  void holdsTheWholeChildUntilTheReplicaSetKnowsWhomToSpare() {
    Pod unmarked = pod("2026-01-01T13:00:00Z", Map.of());
    Pod marked = pod("2026-01-01T13:00:00Z", marks());
    Pod plain = pod(null, Map.of());

    assertThat(Protection.held(List.of(unmarked, marked, plain), 3, NOW)).isEqualTo(3);
    assertThat(Protection.held(List.of(marked, marked, plain), 3, NOW)).isEqualTo(2);
    assertThat(Protection.held(List.of(plain), 3, NOW)).isZero();
  }

  @Test
  void endsWithTheFirstThatEnds() {
    List<Pod> pods =
        List.of(
            pod("2026-01-01T13:00:00Z", Map.of()),
            pod("2026-01-01T12:30:00Z", Map.of()),
            pod("2026-01-01T11:00:00Z", Map.of()));

    assertThat(Protection.ends(pods, NOW)).contains(Instant.parse("2026-01-01T12:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 1 | none
          1 | 0 | task until 2026-01-01T13:00:00Z. `longshore protect --off task` ends it.
          5 | 4 | task until 2026-01-01T13:00:00Z, task until 2026-01-01T13:00:00Z, task until 2026-01-01T13:00:00Z and 2 more. `longshore protect --off task task task` ends it.
          """)
  void tellsWhatKeepsAServiceAboveTheDesiredCount(int tasks, int desired, String told) {
    List<Pod> pods = new ArrayList<>(nCopies(tasks, pod("2026-01-01T13:00:00Z", Map.of())));
    pods.add(pod("2026-01-01T11:00:00Z", Map.of()));

    assertThat(Protection.keeps(new ServiceObserved(List.of(), pods, NOW), desired).orElse("none"))
        .isEqualTo(
            told.equals("none") ? told : "Scale-in waits for tasks under protection: " + told);
  }

  private static Map<String, String> marks() {
    return Map.of(
        "controller.kubernetes.io/pod-deletion-cost",
        "2147483647",
        "karpenter.sh/do-not-disrupt",
        "true",
        "cluster-autoscaler.kubernetes.io/safe-to-evict",
        "false",
        Labels.PROTECTED,
        "true");
  }

  private static Pod pod(String until, Map<String, String> more) {
    Map<String, String> annotations = new HashMap<>(more);
    annotations.put(Labels.PROTECTED_UNTIL, until);
    return new PodBuilder()
        .withNewMetadata()
        .withName("task")
        .withAnnotations(annotations)
        .endMetadata()
        .build();
  }
}
