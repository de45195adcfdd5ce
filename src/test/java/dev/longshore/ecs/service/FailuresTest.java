package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(5);

  @Test
  void eachStopCountsOnceHoweverOftenItIsSeen() {
    Failures one = Failures.NONE.observe(List.of(crash("a", 1)), 0, true, NOW);
    Failures again = one.observe(List.of(crash("a", 1)), 0, true, NOW.plusSeconds(9));
    Failures restarted = again.observe(List.of(crash("a", 3)), 0, true, NOW.plusSeconds(9));

    assertThat(one.failedTasks()).isEqualTo(1);
    assertThat(again).isEqualTo(one);
    assertThat(restarted.failedTasks()).isEqualTo(3);
    assertThat(restarted.inARow()).isEqualTo(1);
  }

  @Test
  void aTaskThatLooksWellMeanwhileIsNotCountedAgain() {
    Failures one = Failures.NONE.observe(List.of(missing("a")), 0, true, NOW);
    Failures pulling = one.observe(List.of(), 0, true, NOW).keeping(Set.of("a"));

    assertThat(pulling.observe(List.of(missing("a")), 0, true, NOW.plusSeconds(9))).isEqualTo(one);
    assertThat(gone(pulling).seen()).isEmpty();
  }

  private static Failures gone(Failures failures) {
    return failures.keeping(Set.of());
  }

  @Test
  void whatIsWrittenDownIsReadBack() {
    Failures some = Failures.NONE.observe(List.of(crash("a", 2), missing("b")), 0, true, NOW);

    assertThat(Failures.parse(some.text())).isEqualTo(some);
    assertThat(Failures.parse(null)).isEqualTo(Failures.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not ours",
        "null",
        "{\"last\": \"yesterday\"}",
        "{\"inARow\": 4, \"last\": \"\"}",
        "{\"seen\": {\"a\": null}}",
        "{\"failedTasks\": \"many\"}",
      })
  void whatSomebodyEditedCountsAsNothing(String text) {
    assertThat(Failures.parse(text)).isEqualTo(Failures.NONE);
  }

  @Test
  void aTaskThatWasHealthyIsReplacedButNotCounted() {
    TaskFault fault = new TaskFault(pod("a"), Kind.EXITED, 1, true);

    Failures failures = Failures.NONE.observe(List.of(fault), 2, true, NOW);

    assertThat(failures.failedTasks()).isZero();
    assertThat(failures.inARow()).isEqualTo(1);
    assertThat(failures.knows(fault)).isTrue();
  }

  @Test
  void aHealthyTaskEndsTheRow() {
    Failures row = Failures.NONE.observe(List.of(crash("a", 1), crash("b", 1)), 1, true, NOW);

    assertThat(row.observe(List.of(), 1, true, NOW).failedTasks()).isEqualTo(2);
    assertThat(gone(row.observe(List.of(), 2, true, NOW))).isEqualTo(Failures.NONE);
    assertThat(row.observe(List.of(), 2, false, NOW).failedTasks()).isEqualTo(2);
    assertThat(row.observe(List.of(), 2, false, NOW).inARow()).isZero();
  }

  @Test
  void availabilityThatIsKnownLateDoesNotHideTheNextHealthyTask() {
    Failures row = Failures.NONE.observe(List.of(crash("a", 1)), 1, true, NOW);
    Failures late = row.observe(List.of(crash("a", 1)), 0, true, NOW);

    assertThat(gone(late.observe(List.of(), 1, true, NOW))).isEqualTo(Failures.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "3,0", "4,10", "5,20", "6,40", "10,640", "11,1280", "12,1620", "400,1620"})
  void theFirstThreeAreReplacedAtOnceThenSlowerAndSlower(int inARow, long seconds) {
    Failures failures = Failures.NONE;
    for (int i = 0; i < inARow; i++) {
      List<TaskFault> faults = List.of(missing("pod-" + i));
      failures = failures.observe(faults, 0, true, NOW).keeping(Set.of("pod-" + i));
    }

    assertThat(failures.replaceAt()).isEqualTo(NOW.plus(Duration.ofSeconds(seconds)));
    assertThat(failures.unableToStart()).isEqualTo(inARow >= 3);
    assertThat(failures.seen()).hasSize(1);
  }

  @Test
  void tasksOfOneDeploymentAreReplacedAtOnePaceOnWhateverProvider() {
    Failures one = Failures.NONE.observe(List.of(missing("a"), missing("b")), 0, true, NOW);
    Failures other = Failures.NONE.observe(List.of(missing("c"), missing("d")), 0, true, LATER);

    Failures both = Failures.of(List.of(one, other));

    assertThat(both.failedTasks()).isEqualTo(4);
    assertThat(both.unableToStart()).isTrue();
    assertThat(both.replaceAt()).isEqualTo(LATER.plusSeconds(10));
    assertThat(Failures.of(List.of(one))).isEqualTo(one);
    assertThat(Failures.of(List.of())).isEqualTo(Failures.NONE);
  }

  private static TaskFault crash(String uid, int stops) {
    return new TaskFault(pod(uid), Kind.EXITED, stops, false);
  }

  private static TaskFault missing(String uid) {
    return new TaskFault(pod(uid), Kind.NEVER_RAN, 1, false);
  }

  private static Pod pod(String uid) {
    return new PodBuilder().withNewMetadata().withUid(uid).endMetadata().build();
  }
}
