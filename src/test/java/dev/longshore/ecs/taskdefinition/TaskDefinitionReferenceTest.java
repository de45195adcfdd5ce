package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDefinitionReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "web, web, 0",
    "web:3, web, 3",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3, web, 3",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/web, web, 0",
    "arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/Web_1:12, Web_1, 12",
    "web:0, web:0, 0",
    "web:latest, web:latest, 0",
    "web:99999999999, web:99999999999, 0",
    "'', '', 0",
  })
  void readsEverySpelling(String text, String family, int revision) {
    assertThat(TaskDefinitionReference.parse(text))
        .isEqualTo(
            new TaskDefinitionReference(
                family, revision == 0 ? OptionalInt.empty() : OptionalInt.of(revision)));
  }
}
