package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of user actions and failures, decided by the real plan and by a model of ECS's
 * rules. Where they disagree, one of them is wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceModelTest {
  private static final int SEEDS = Integer.getInteger("longshore.modelSeeds", 200);
  private static final int ENOUGH = 100;

  private final ModelTally tally = new ModelTally();

  static IntStream seeds() {
    int first = Integer.getInteger("longshore.modelFirstSeed", 0);
    return IntStream.range(first, first + SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesWhatTheModelSays(int seed) {
    ModelRun run = new ModelRun(seed, tally);
    try {
      run.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %d: %s%n%s".formatted(seed, e.getMessage(), String.join("\n", run.actions())), e);
    }
  }

  /** A test of sequences that reach nothing would agree with everything. */
  @AfterAll
  void theSequencesReachWhatTheyAreFor() {
    System.out.printf(
        "proof: name=model-sequences n=%d comparisons=%d deployments=%d%n",
        SEEDS, tally.of("comparisons"), tally.of("deployments"));
    if (SEEDS < ENOUGH) {
      return;
    }
    for (String what :
        List.of(
            "comparisons while PRIMARY is IN_PROGRESS",
            "rests where PRIMARY is COMPLETED",
            "rests where PRIMARY is FAILED",
            "deployments completed",
            "deployments failed",
            "deployments back to")) {
      assertThat(tally.of(what)).as("%s of %s", what, tally).isGreaterThan(ENOUGH / 10);
    }
  }
}
