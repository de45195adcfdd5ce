package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomTemplateTest {
  @ParameterizedTest(name = "{0} over {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 1}                             | {"a": 2, "b": 3}                           | {"a": 2, "b": 3}
          {"a": {"x": 1, "y": 2}}              | {"a": {"y": 3}}                            | {"a": {"x": 1, "y": 3}}
          {"a": {"x": 1}}                      | {"a": null}                                | {}
          {"env": [{"name": "A", "value": 1}]} | {"env": [{"name": "A", "value": 2}]}       | {"env": [{"name": "A", "value": 2}]}
          {"env": [{"name": "A"}]}             | {"env": [{"name": "B"}]}                   | {"env": [{"name": "A"}, {"name": "B"}]}
          {"ports": [{"containerPort": 80}]}   | {"ports": [{"containerPort": 80, "n": 1}]} | {"ports": [{"containerPort": 80, "n": 1}]}
          {"args": ["a", "b"]}                 | {"args": ["c"]}                            | {"args": ["c"]}
          {"volumeMounts": [{"name": "a"}]}    | {"volumeMounts": [{"name": "b"}]}          | {"volumeMounts": [{"name": "b"}]}
          """)
  void mapsAndNamedListsMergeAndOtherListsAreReplaced(String base, String over, String expected)
      throws JsonProcessingException {
    JsonNode merged = TemplateMerge.merge(json(base).deepCopy(), json(over));

    assertThat(merged).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource({"high, high, false", "high, higher, true", "high, '', true"})
  void aTemplateThatChangedAfterItsRegistrationIsNoticed(
      String registered, String now, boolean altered) throws JsonProcessingException {
    String template = "{\"spec\": {\"priorityClassName\": \"%s\"}}";
    String digest = CustomTemplate.digest(json(template.formatted(registered)));
    String present = now.isEmpty() ? "null" : template.formatted(now);
    TaskDefinitionSpec definition =
        Mappers.json()
            .readValue(
                "{\"kubernetes\": {\"podTemplate\": %s, \"podTemplateDigest\": \"%s\"}}"
                    .formatted(present, digest),
                TaskDefinitionSpec.class);

    assertThat(CustomTemplate.altered(definition).isPresent()).isEqualTo(altered);
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) Mappers.json().readTree(text);
  }
}
