package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import dev.longshore.ecs.task.InPod.Place;
import dev.longshore.ecs.task.InPod.Restarts;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTimeoutsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String RUNNING =
      "{\"state\": {\"running\": {\"startedAt\": \"%s\"}}, \"started\": %s}";
  private static final String EXITED =
      "{\"state\": {\"terminated\": {\"exitCode\": 3, \"startedAt\": \"%1$s\", \"finishedAt\":"
          + " \"%1$s\"}}}";

  @ParameterizedTest(name = "{0} {1}, dependant started {2}, after {3} s")
  @CsvSource({
    "HEALTHY,  running, false, 4, false",
    "HEALTHY,  running, false, 5, true",
    "HEALTHY,  healthy, false, 9, false",
    "HEALTHY,  running, true,  9, false",
    "SUCCESS,  running, false, 9, true",
    "COMPLETE, running, false, 9, true",
    "COMPLETE, exited,  false, 9, false",
    "START,    running, false, 9, false",
    "HEALTHY,  waiting, false, 9, false"
  })
  void aTaskStopsWhenOthersWaitForTooLong(
      String condition, String state, boolean started, int second, boolean stops)
      throws JsonProcessingException {
    TaskContainer db =
        container(
            "{\"name\": \"db\", \"startTimeout\": 5}",
            status(state),
            condition.equals("HEALTHY") || condition.equals("START") ? Place.BESIDE : Place.FIRST);
    TaskContainer app =
        container(
            "{\"name\": \"app\", \"dependsOn\": [{\"containerName\": \"db\", \"condition\": \"%s\"}]}"
                .formatted(condition),
            started ? status("running") : null,
            Place.MAIN);
    StartTimeouts timeouts =
        new StartTimeouts(
            new TaskObserved(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(app, db), ""));

    assertThat(timeouts.stop(START.plusSeconds(second)).map(Stop::code))
        .isEqualTo(stops ? Optional.of("TaskFailedToStart") : Optional.empty());
    assertThat(timeouts.deadline())
        .isEqualTo(
            stops || second < 5 ? Optional.of(START.plusSeconds(5)) : Optional.<Instant>empty());
  }

  private static @Nullable String status(String state) {
    return switch (state) {
      case "running" -> RUNNING.formatted(START, false);
      case "healthy" -> RUNNING.formatted(START, true);
      case "exited" -> EXITED.formatted(START);
      default -> null;
    };
  }

  private static TaskContainer container(String definition, @Nullable String status, Place place)
      throws JsonProcessingException {
    return new TaskContainer(
        Mappers.json().readValue(definition, ContainerDefinition.class),
        status == null ? null : Mappers.json().readValue(status, ContainerStatus.class),
        new InPod(place, Restarts.NEVER, List.of()));
  }
}
