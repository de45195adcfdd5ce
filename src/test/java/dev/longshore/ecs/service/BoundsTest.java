package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @ParameterizedTest(name = "{0} tasks at {1}/{2} %")
  @CsvSource({
    "4, 100, 200, 4, 8, false",
    "4, 50, 100, 2, 4, false",
    "2, 75, 200, 2, 4, false",
    "3, 100, 125, 3, 3, true",
    "3, 50, 150, 2, 4, false",
    "10, 90, 110, 9, 11, false",
    "1, 0, 100, 0, 1, false",
    "5, 40, 140, 2, 7, false",
    "0, 100, 100, 0, 0, false",
    "100000, 100, 200, 100000, 200000, false",
    "1500000000, 100, 200, 1500000000, 2147483647, false",
    "200, 100, 2147483647, 200, 2147483647, false",
  })
  void theMinimumIsRoundedUpAndTheMaximumDown(
      int desired, int minimum, int maximum, int minHealthy, int maxTasks, boolean stuck) {
    Bounds bounds = Bounds.of(desired, minimum, maximum);

    assertThat(bounds).isEqualTo(new Bounds(desired, minHealthy, maxTasks));
    assertThat(bounds.stuck()).isEqualTo(stuck);
  }
}
