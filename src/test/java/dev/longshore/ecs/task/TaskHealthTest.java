package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.task.InPod.Place;
import dev.longshore.ecs.task.InPod.Restarts;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each container starts at second 10 and is checked every 5 seconds, 3 times. */
class TaskHealthTest {
  @ParameterizedTest
  @CsvSource({
    "true,  true,  12, HEALTHY",
    "true,  false, 12, UNKNOWN",
    "true,  false, 24, UNKNOWN",
    "true,  false, 25, UNHEALTHY",
    "false, true,  25, UNKNOWN"
  })
  void ofOneContainer(boolean checked, boolean ready, int second, String health) {
    assertThat(TaskHealth.of(List.of(container(checked, ready, true)), Seen.at(second)))
        .isEqualTo(health);
  }

  @Test
  void whatIsNotEssentialDoesNotCount() {
    List<TaskContainer> containers =
        List.of(container(true, true, true), container(true, false, false));

    assertThat(TaskHealth.of(containers, Seen.at(99))).isEqualTo("HEALTHY");
  }

  @Test
  void unhealthyOutweighsHealthy() {
    List<TaskContainer> containers =
        List.of(container(true, true, true), container(true, false, true));

    assertThat(TaskHealth.of(containers, Seen.at(99))).isEqualTo("UNHEALTHY");
  }

  @Test
  void theTurnIsLookedForInTime() {
    List<TaskContainer> failing = List.of(container(true, false, true));

    assertThat(TaskHealth.deadline(failing, Seen.at(12))).contains(Seen.at(25));
    assertThat(TaskHealth.deadline(failing, Seen.at(25))).isEmpty();
    assertThat(TaskHealth.deadline(List.of(container(true, true, true)), Seen.at(12))).isEmpty();
  }

  /** Its first run, from second -1000 to 9, does not make the second one late. */
  @Test
  void aRestartedContainerIsCheckedFromItsNewStart() {
    TaskContainer first = container(true, false, true);
    ContainerStatus status =
        new ContainerStatusBuilder(first.status())
            .withNewLastState()
            .withNewTerminated()
            .withExitCode(1)
            .withStartedAt(Seen.at(-1000).toString())
            .withFinishedAt(Seen.at(9).toString())
            .endTerminated()
            .endLastState()
            .build();
    TaskContainer restarted = new TaskContainer(first.definition(), status, first.inPod());

    assertThat(TaskHealth.of(List.of(restarted), Seen.at(24))).isEqualTo("UNKNOWN");
    assertThat(TaskHealth.of(List.of(restarted), Seen.at(25))).isEqualTo("UNHEALTHY");
  }

  private static TaskContainer container(boolean checked, boolean ready, boolean essential) {
    Map<String, Object> check =
        Map.of("command", List.of("CMD", "ok"), "interval", 5, "retries", 3);
    ContainerDefinition definition =
        Mappers.json()
            .convertValue(
                Map.of(
                    "name",
                    "app",
                    "essential",
                    essential,
                    "healthCheck",
                    checked ? check : Map.of()),
                ContainerDefinition.class);
    ContainerStatus status =
        new ContainerStatusBuilder()
            .withReady(ready)
            .withNewState()
            .withNewRunning(Seen.at(10).toString())
            .endState()
            .build();
    return new TaskContainer(
        definition, status, new InPod(Place.MAIN, Restarts.POSSIBLE, List.of()));
  }
}
