package dev.longshore.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"taskDefinition\": \"web:3\", \"count\": 2}",
        "{\"TaskDefinition\": \"web:3\", \"Count\": 2}",
        "apiVersion: ecs.longshore.dev/v1\nkind: Task\nmetadata: {name: one}\n"
            + "spec: {taskDefinition: \"web:3\", count: 2}\n"
      })
  void everySpellingIsRead(String text) throws IOException {
    assertThat(RunRequest.read(file(text)))
        .singleElement()
        .extracting(it -> it.spec().toString())
        .isEqualTo("{\"taskDefinition\":\"web:3\",\"count\":2}");
  }

  @Test
  void aMemberThatEcsDoesNotHaveIsNamed() throws IOException {
    RunRequest request =
        RunRequest.read(file("{\"taskDefinition\": \"web\", \"startdBy\": \"me\"}")).getFirst();

    assertThat(request.warnings())
        .singleElement()
        .extracting(it -> it.message())
        .asString()
        .contains("did you mean 'startedBy'?");
  }

  @Test
  void noOverrideIsLeftOut() throws IOException {
    ObjectNode overrides =
        (ObjectNode) Mappers.json().readTree("{\"containerOverrides\": [{\"comand\": []}]}");

    assertThat(RunRequest.unknown(overrides))
        .containsExactly(
            new ValidationError(
                "containerOverrides[0].comand",
                "'comand' is not a member of the ECS API; did you mean 'command'?"));
    assertThat(overrides.at("/containerOverrides/0").has("comand")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"family\": \"web\", \"containerDefinitions\": []}", "[1]"})
  void whatIsNoRequestIsRefusedWithTheRemedy(String text) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> RunRequest.read(file))
        .isInstanceOf(UnreadableDocument.class)
        .hasMessageContaining("longshore register");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("run.yaml"), text);
  }
}
