package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityTest {
  private static final String ROOT_WITH_CHOWN =
      """
      {"containerDefinitions": [{"name": "app", "image": "a", "user": "0",
        "linuxParameters": {"capabilities": {"add": ["CHOWN", "NET_BIND_SERVICE"]}}}]}""";

  @Test
  void whatRestrictedCannotMeetIsNamedBeforeAPodIsMade() throws JsonProcessingException {
    List<Problem> problems = Security.unmet(definition(ROOT_WITH_CHOWN));

    assertThat(problems)
        .extracting(Problem::message)
        .satisfiesExactly(
            root -> assertThat(root).contains("'app' has user 0", "set user to another number"),
            chown -> assertThat(chown).contains("adds capability CHOWN"));
  }

  @Test
  void anUnknownImageUserIsLeftToTheKubelet() throws JsonProcessingException {
    String definition = "{\"containerDefinitions\": [{\"name\": \"app\", \"image\": \"a\"}]}";

    assertThat(Security.unmet(definition(definition))).isEmpty();
  }

  private static TaskDefinitionSpec definition(String json) throws JsonProcessingException {
    return Mappers.json().readValue(json, TaskDefinitionSpec.class);
  }
}
