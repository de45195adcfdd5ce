package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.DeploymentStatus;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Mappers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final String READY = "{type: Ready, status: 'True'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {id: d/1, status: PRIMARY, rolloutState: IN_PROGRESS}                           | -1
          {id: d/1, status: PRIMARY, rolloutState: COMPLETED}                             | 0
          {id: d/1, status: PRIMARY, rolloutState: FAILED, rolloutStateReason: no tasks}  | 1
          {id: d/2, status: PRIMARY, rolloutState: COMPLETED}                             | 1
          """)
  void onlyTheDeploymentThatWasBegunEndsTheWait(String deployment, int code)
      throws JsonProcessingException {
    Progress progress = new Progress(List.of()).of(begun(), false);

    var end = progress.end(status("deployments: [%s]\nconditions: [%s]", deployment, READY));

    assertThat(end.map(Progress.End::code).orElse(-1)).isEqualTo(code);
  }

  @Test
  void completedIsNotEnoughWhileTheServiceIsNotReady() throws JsonProcessingException {
    ServiceStatus status =
        status("deployments: [{id: d/1, status: PRIMARY, rolloutState: COMPLETED}]");

    assertThat(new Progress(List.of()).of(begun(), false).end(status)).isEmpty();
    assertThat(new Progress(List.of()).of(begun(), true).end(status))
        .as("early success is enough")
        .contains(new Progress.End(0, ""));
  }

  @Test
  void everyRollTellsWhatIsNewSinceItsChangeOldestFirst() throws JsonProcessingException {
    ServiceStatus before = status("events: [{id: a, message: steady}]");
    ServiceStatus after =
        status(
            "events: [{id: c, message: steady}, {id: b, message: started}, {id: a, message:"
                + " steady}]");
    Progress progress = new Progress(before.events()).of(begun(), false);

    assertThat(progress.news(after)).containsExactly("started", "steady");
    assertThat(progress.news(after)).isEmpty();
  }

  @Test
  void whatWaitsForSomebodyIsToldOnce() throws JsonProcessingException {
    ServiceStatus paused =
        status(
            "conditions: [{type: Ready, status: 'False', reason: AwaitingAction, message: 'Go"
                + " on?'}]");
    ServiceStatus baking =
        status("conditions: [{type: Ready, status: 'False', reason: BakeTime, message: 'Soon.'}]");
    Progress progress = new Progress(List.of()).of(begun(), false);

    assertThat(progress.news(paused)).containsExactly("Go on?");
    assertThat(progress.news(paused)).isEmpty();
    assertThat(progress.news(baking)).isEmpty();
  }

  private static DeploymentStatus begun() throws JsonProcessingException {
    return Mappers.yaml().readValue("{id: d/1, status: PRIMARY}", DeploymentStatus.class);
  }

  private static ServiceStatus status(String yaml, Object... values)
      throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml.formatted(values), ServiceStatus.class);
  }
}
