package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthChecksTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          true  | {"command": ["CMD", "x"]} | true
          null  | {"command": ["CMD", "x"]} | true
          false | {"command": ["CMD", "x"]} | false
          true  | {"command": ["NONE"]}     | false
          true  | null                      | false
          """)
  void onlyChecksOfEssentialContainersTellTheHealthOfATask(
      String essential, String check, boolean expected) throws JsonProcessingException {
    TaskDefinitionSpec definition =
        Mappers.json()
            .readValue(
                "{\"containerDefinitions\": [{\"name\": \"a\", \"essential\": %s, \"healthCheck\": %s}]}"
                    .formatted(essential, check),
                TaskDefinitionSpec.class);

    assertThat(HealthChecks.anyEssential(definition)).isEqualTo(expected);
  }
}
