package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityTest {
  private static final String ROOT_WITH_CHOWN =
      """
      {"containerDefinitions": [{"name": "app", "image": "a", "user": "0",
        "linuxParameters": {"capabilities": {"add": ["CHOWN", "NET_BIND_SERVICE"]}}}]}""";

  @Test
  void whatRestrictedCannotMeetIsNamedBeforeAPodIsMade() throws JsonProcessingException {
    List<Problem> problems = Security.unmet(inputs(ROOT_WITH_CHOWN, true));

    assertThat(problems)
        .extracting(Problem::message)
        .satisfiesExactly(
            root -> assertThat(root).contains("'app' has user 0", "set user to another number"),
            chown -> assertThat(chown).contains("adds capability CHOWN"));
  }

  @Test
  void underBaselineNothingIsUnmet() throws JsonProcessingException {
    assertThat(Security.unmet(inputs(ROOT_WITH_CHOWN, false))).isEmpty();
  }

  @Test
  void anUnknownImageUserIsLeftToTheKubelet() throws JsonProcessingException {
    String definition = "{\"containerDefinitions\": [{\"name\": \"app\", \"image\": \"a\"}]}";

    assertThat(Security.unmet(inputs(definition, true))).isEmpty();
  }

  private static PodInputs inputs(String definition, boolean restricted)
      throws JsonProcessingException {
    return new PodInputs(
        Mappers.json().readValue(definition, TaskDefinitionSpec.class),
        Map.of(),
        Map.of(),
        AwsReferences.byConvention(),
        Map.of(),
        List.of(),
        0,
        restricted,
        Lifetime.SERVICE);
  }
}
