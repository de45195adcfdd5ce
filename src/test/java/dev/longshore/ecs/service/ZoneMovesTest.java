package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tasks as letters of their zones, the oldest first: {@code *} after one that is being moved,
 * {@code ?} for one without a place. There is a node in zone a and one in zone b.
 */
class ZoneMovesTest {
  private static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");
  private static final List<Node> NODES = List.of(node("a"), node("b"));

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "a b, true, , even is even",
    "a a b, true, , one more is as even as it can be",
    "a a, true, 1, the oldest of the fullest zone goes where none is",
    "b a b b, true, 1, whichever that is",
    "a a a, false, , but not while something else goes on",
    "a* a a, false, 1, what began goes on before there is another",
    "a* a a ?, false, 1, and while that has no place yet",
    "a* a a b, false, 1, and once it is in the other zone",
    "a* a a a, false, , but not for one in the same",
    "a* a b b, false, , nor for one that is no more even",
  })
  void movesOneAtATime(String tasks, boolean steady, @Nullable Integer moved, String because) {
    List<Pod> pods = pods(tasks);

    assertThat(moves(pods, steady, 10).moving().map(it -> pods.indexOf(it) + 1))
        .as(because)
        .isEqualTo(Optional.ofNullable(moved));
  }

  @Test
  void aReplacementIsWaitedForNoLongerThanAMinute() {
    List<Pod> pods = pods("a* a a ?");

    assertThat(moves(pods, false, 62).moving()).isPresent();
    assertThat(moves(pods, false, 63).moving()).isEmpty();
    assertThat(ZoneMoves.patience(new ServiceObserved(List.of(), pods, BEGAN)))
        .contains(BEGAN.plusSeconds(63));
    assertThat(ZoneMoves.patience(new ServiceObserved(List.of(), pods("a a ?"), BEGAN))).isEmpty();
  }

  @Test
  void whatCannotBeCreatedIsNotWaitedFor() {
    assertThat(moves(pods("a* a a"), ZoneMoves.Stage.REFUSED, 10).moving()).isEmpty();
    assertThat(moves(pods("a a a"), ZoneMoves.Stage.REFUSED, 10).moving()).isEmpty();
  }

  @Test
  void isNotTriedAgainAmongTheSameNodes() {
    List<Pod> pods = pods("a a a");
    Pod tried = pods.getFirst();
    String among = moves(pods, true, 10).note(tried).orElseThrow();
    tried.getMetadata().getAnnotations().put(Labels.BALANCED, among);

    assertThat(moves(pods, true, 10).note(tried)).isEmpty();
    assertThat(moves(pods, true, 10).moving()).isEmpty();
    assertThat(
            new ZoneMoves(
                    List.of(pods),
                    () -> List.of(NODES.getFirst(), node("c")),
                    BEGAN,
                    ZoneMoves.Stage.STEADY)
                .moving())
        .contains(pods.getFirst());
  }

  @Test
  void aProtectedTaskDoesNotMove() {
    List<Pod> pods = pods("a a a");
    pods.getFirst()
        .getMetadata()
        .getAnnotations()
        .put(Labels.PROTECTED_UNTIL, "2026-01-01T13:00:00Z");

    assertThat(moves(pods, true, 10).moving()).contains(pods.get(1));
  }

  /** Of a service of three tasks. */
  private static ZoneMoves moves(List<Pod> pods, boolean steady, int seconds) {
    ZoneMoves.Stage busy = pods.size() > 3 ? ZoneMoves.Stage.FULL : ZoneMoves.Stage.BUSY;
    return moves(pods, steady ? ZoneMoves.Stage.STEADY : busy, seconds);
  }

  private static ZoneMoves moves(List<Pod> pods, ZoneMoves.Stage stage, int seconds) {
    return new ZoneMoves(List.of(pods), () -> NODES, BEGAN.plusSeconds(seconds), stage);
  }

  private static List<Pod> pods(String text) {
    List<Pod> pods = new ArrayList<>();
    for (String task : text.split(" ")) {
      PodBuilder pod =
          new PodBuilder()
              .withNewMetadata()
              .withName("task-" + pods.size())
              .withCreationTimestamp(BEGAN.plusSeconds(pods.size()).toString())
              .endMetadata()
              .withNewSpec()
              .withNodeName(task.equals("?") ? null : "node-" + task.charAt(0))
              .endSpec();
      if (task.endsWith("*")) {
        pod.editMetadata().addToAnnotations(Labels.DRAINING, Draining.ZONE).endMetadata();
      }
      pods.add(pod.build());
    }
    return pods;
  }

  private static Node node(String zone) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("node-" + zone)
        .addToLabels("topology.kubernetes.io/zone", zone)
        .endMetadata()
        .build();
  }
}
