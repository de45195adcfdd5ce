package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOrderTest {
  /** Containers as {@code name, name? for one that is not essential}, then who waits for whom. */
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b       |                                  | a:MAIN b:MAIN
          a b       | a>b:START                        | b:BESIDE a:MAIN
          a b       | a>b:HEALTHY                      | b:BESIDE a:MAIN
          a b?      | a>b:SUCCESS                      | b:BEFORE a:MAIN
          a b?      | a>b:COMPLETE                     | b:BEFORE a:MAIN
          a b? c    | a>b:SUCCESS b>c:HEALTHY          | c:BESIDE b:BEFORE a:MAIN
          a b c     | a>b:START b>c:HEALTHY            | c:BESIDE b:BESIDE a:MAIN
          a b? c    | a>b:START c>b:COMPLETE           | b:BEFORE a:MAIN c:MAIN
          a? b      | a>b:START                        | b:MAIN a:MAIN
          a? b      | a>b:HEALTHY                      | b:MAIN a:MAIN
          a? b c?   | a>b:HEALTHY b>c:START            | c:BESIDE b:MAIN a:MAIN
          a? b c?   | a>c:START c>b:START              | b:MAIN c:MAIN a:MAIN
          a? b? c   | a>b:SUCCESS b>c:HEALTHY          | c:BESIDE b:BEFORE a:MAIN
          a b       | a>b:START b>a:START              | b:MAIN a:MAIN
          a         | a>gone:START                     | a:MAIN
          """)
  void whatOthersWaitForStartsFirst(String containers, String dependencies, String expected)
      throws JsonProcessingException {
    StartOrder order = StartOrder.of(definition(containers, dependencies));

    assertThat(
            order.steps().stream()
                .map(step -> step.container() + ":" + step.phase())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  private static TaskDefinitionSpec definition(String containers, String dependencies)
      throws JsonProcessingException {
    List<String> written = new ArrayList<>();
    for (String container : containers.split(" ")) {
      String name = container.replace("?", "");
      List<String> waits = new ArrayList<>();
      for (String edge : dependencies == null ? new String[0] : dependencies.split(" ")) {
        String[] parts = edge.split("[>:]");
        if (parts[0].equals(name)) {
          waits.add(
              "{\"containerName\": \"%s\", \"condition\": \"%s\"}".formatted(parts[1], parts[2]));
        }
      }
      written.add(
          "{\"name\": \"%s\", \"essential\": %s, \"dependsOn\": %s}"
              .formatted(name, !container.endsWith("?"), waits));
    }
    return Mappers.json()
        .readValue("{\"containerDefinitions\": %s}".formatted(written), TaskDefinitionSpec.class);
  }
}
