package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tasks a roll to the second ECS deployment stops; see {@link Daemons}. */
class DaemonRollTest {
  private static final Map<String, Duration> HEALTHY_AFTER =
      Map.of(
          "1", Duration.ofSeconds(Daemons.HEALTHY_AFTER),
          "2", Duration.ofSeconds(Daemons.HEALTHY_AFTER));

  @ParameterizedTest(name = "{0} nodes at {1} %: {2} may be without a task")
  @CsvSource({
    "1, 0, 1",
    "1, 1, 0",
    "1, 50, 0",
    "1, 100, 0",
    "2, 50, 1",
    "2, 51, 0",
    "3, 30, 2",
    "3, 50, 1",
    "3, 67, 0",
    "4, 0, 4",
    "4, 50, 2",
    "4, 100, 0",
    "5, 40, 3",
    "10, 90, 1",
    "10, 91, 0",
    "1000, 99, 10"
  })
  void theMinimumIsRoundedUp(int nodes, int minimum, int expected) {
    String all = String.join(" ", Collections.nCopies(nodes, "1+"));
    Bounds bounds = Bounds.of(nodes, minimum, 100);

    assertThat(DaemonRoll.stops(bounds, "2", tasks(all))).hasSize(expected);
    assertThat(bounds.stuck()).isEqualTo(expected == 0);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "1+ 1+ 1+ 1+, 50, 1 2, half of them at first",
    "1x 1x 1+ 1+, 50, '', none while others end",
    "2- 2- 1+ 1+, 50, '', nor while the new ones start",
    "2~ 2~ 1+ 1+, 50, '', nor before they count as healthy",
    "2+ 2~ 1+ 1+, 50, 3, one for each that does",
    "2+ 2+ 1+ 1+, 50, 3 4, the rest in the end",
    "1- 1~ 1+ 1+, 50, 1 2, what is not healthy serves nobody",
    "1- 1+ 1+ 1+, 50, 1 2, and costs nothing",
    "2+ 2+ 2+ 2+, 0, '', and then there is nothing to do",
    "1+ 1x 1+, 0, 1 3, what is ending is not told again",
  })
  void olderTasksStopWhileEnoughAreHealthy(
      String tasks, int minimum, String stopped, String because) {
    Bounds bounds = Bounds.of(tasks.split(" ").length, minimum, 100);

    assertThat(
            DaemonRoll.stops(bounds, "2", tasks(tasks)).stream()
                .map(pod -> pod.getMetadata().getName().replace("task-", ""))
                .sorted()
                .collect(Collectors.joining(" ")))
        .as(because)
        .isEqualTo(stopped);
  }

  private static TaskHealth tasks(String text) {
    return TaskHealth.of(Daemons.pods(text), HEALTHY_AFTER, Daemons.NOW);
  }
}
