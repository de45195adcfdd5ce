package dev.longshore.ecs.capacityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.capacityprovider.Distribution.Share;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
  @ParameterizedTest(name = "{0} tasks over {1} are {2}")
  @CsvSource({
    "12, A:2:1 B:0:4, 4 8",
    "1, A:2:1 B:0:4, 1 0",
    "2, A:2:1 B:0:4, 2 0",
    "3, A:2:1 B:0:4, 2 1",
    "0, A:2:1 B:0:4, 0 0",
    "5, A:0:1 B:0:1, 3 2",
    "10, A:0:1 B:0:1 C:0:1, 4 3 3",
    "7, A:0:0 B:0:3, 0 7",
    "5, A:2:0 B:0:1, 2 3",
    "5, A:0:1 B:2:1, 2 3",
    "6, A:1:1, 6",
    "4, A:0:0, 4",
    "100000, A:0:1000 B:0:1, 99900 100",
  })
  void baseFirstThenWeight(int tasks, String shares, String expected) {
    List<Share> strategy = Arrays.stream(shares.split(" ")).map(DistributionTest::share).toList();

    assertThat(Distribution.of(tasks, strategy))
        .isEqualTo(Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void everyTaskIsPlacedOnce() {
    for (int tasks = 0; tasks < 200; tasks++) {
      List<Share> strategy =
          List.of(new Share("A", 3, 7), new Share("B", 0, 5), new Share("C", 0, 11));

      assertThat(Distribution.of(tasks, strategy).stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(tasks);
    }
  }

  private static Share share(String text) {
    String[] parts = text.split(":");
    return new Share(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
