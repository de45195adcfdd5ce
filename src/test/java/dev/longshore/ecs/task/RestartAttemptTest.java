package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.task.InPod.Place;
import dev.longshore.ecs.task.InPod.Restarts;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartAttemptTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest(name = "{0}, essential {1}: exit {2} after {3} s")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"enabled": true}                              | true  | 1 | 299 | true
          {"enabled": true}                              | true  | 1 | 300 | false
          {"enabled": true, "restartAttemptPeriod": 60}  | true  | 0 | 60  | false
          {"enabled": true, "restartAttemptPeriod": 60}  | true  | 0 | 59  | true
          {"enabled": true, "restartAttemptPeriod": 60}  | false | 1 | 1   | false
          {"enabled": true, "ignoredExitCodes": [1]}     | true  | 1 | 900 | true
          {"enabled": false}                             | true  | 1 | 900 | true
          """)
  void isMadeOnlyAfterItsPeriod(
      String policy, boolean essential, int code, int seconds, boolean ended)
      throws JsonProcessingException {
    ContainerDefinition definition =
        Mappers.json()
            .readValue(
                "{\"name\": \"app\", \"essential\": %s, \"restartPolicy\": %s}"
                    .formatted(essential, policy),
                ContainerDefinition.class);
    String end =
        "{\"terminated\": {\"exitCode\": %d, \"startedAt\": \"%s\", \"finishedAt\": \"%s\"}}"
            .formatted(code, START, START.plusSeconds(seconds));

    assertThat(container(definition, "{\"state\": " + end + "}").ended().isPresent())
        .isEqualTo(ended);
  }

  @ParameterizedTest
  @CsvSource({"5, true", "500, false"})
  void anEarlyEndCountsThoughTheKubeletHasRestartedItAlready(int seconds, boolean ended)
      throws JsonProcessingException {
    ContainerDefinition definition =
        Mappers.json()
            .readValue(
                "{\"name\": \"app\", \"restartPolicy\": {\"enabled\": true}}",
                ContainerDefinition.class);
    String status =
        """
        {"state": {"running": {"startedAt": "%2$s"}},
         "lastState": {"terminated": {"exitCode": 1, "startedAt": "%1$s", "finishedAt": "%2$s"}}}
        """
            .formatted(START, START.plusSeconds(seconds));

    assertThat(container(definition, status).ended().isPresent()).isEqualTo(ended);
  }

  /** What its pod makes final is told, but nothing that ended the task. */
  @ParameterizedTest(name = "essential {0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | POSSIBLE | {"state": END}                             | false | false
          true  | OVER     | {"state": END}                             | true  | false
          true  | NEVER    | {"state": END}                             | true  | true
          false | POSSIBLE | {"state": END}                             | false | false
          false | OVER     | {"state": END}                             | true  | false
          false | NEVER    | {"state": END}                             | true  | true
          true  | POSSIBLE | {"state": {"waiting": {}}, "lastState": END} | false | false
          true  | OVER     | {"state": {"waiting": {}}, "lastState": END} | true  | false
          true  | OVER     | {"state": {"running": {}}, "lastState": END} | false | false
          """)
  void isNotMadeByAPodThatEnds(
      boolean essential, Restarts restarts, String status, boolean ended, boolean byItself)
      throws JsonProcessingException {
    ContainerDefinition definition =
        Mappers.json()
            .readValue(
                "{\"name\": \"app\", \"essential\": %s, \"restartPolicy\": {\"enabled\": true}}"
                    .formatted(essential),
                ContainerDefinition.class);
    String end =
        "{\"terminated\": {\"exitCode\": 7, \"startedAt\": \"%s\", \"finishedAt\": \"%s\"}}"
            .formatted(START, START.plusSeconds(500));
    TaskContainer container =
        new TaskContainer(
            definition,
            Mappers.json().readValue(status.replace("END", end), ContainerStatus.class),
            new InPod(Place.MAIN, restarts, List.of()));

    assertThat(container.ended().isPresent()).isEqualTo(ended);
    assertThat(container.endedByItself().isPresent()).isEqualTo(byItself);
  }

  private static TaskContainer container(ContainerDefinition definition, String status)
      throws JsonProcessingException {
    return new TaskContainer(
        definition,
        Mappers.json().readValue(status, ContainerStatus.class),
        new InPod(Place.MAIN, Restarts.POSSIBLE, List.of()));
  }
}
