package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskViewTest {
  @ParameterizedTest(name = "{0} {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EssentialContainerExited | True  | {exitCode: 0}, {exitCode: 143}       | 0
          EssentialContainerExited | False | {exitCode: 0}, {exitCode: 3}         | 3
          EssentialContainerExited | False | {exitCode: 137}, {name: later}       | 137
          EssentialContainerExited | False | {name: proxy, exitCode: 143}, {name: app, exitCode: 3} | 3
          TaskFailedToStart        | False | {reason: CannotPullContainerError}   | 1
          UserInitiated            | True  | {exitCode: 143}                      | 143
          """)
  void theExitCodeIsThatOfTheContainerThatEndedTheTask(
      String stopCode, String ready, String containers, int code) throws JsonProcessingException {
    TaskStatus status =
        Mappers.yaml()
            .readValue(
                "{stopCode: %s, endedBy: app, conditions: [{type: Ready, status: \"%s\"}], containers: [%s]}"
                    .formatted(stopCode, ready, containers),
                TaskStatus.class);

    assertThat(TaskView.exitCode(status)).isEqualTo(code);
  }
}
