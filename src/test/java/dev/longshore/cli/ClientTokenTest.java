package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.core.Mappers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTokenTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {clientToken: t, taskDefinition: web}                   | 1 | true
          {taskDefinition: web, count: 1, clientToken: t}         | 1 | true
          {taskDefinition: web, clientToken: t}                   | 2 | false
          {taskDefinition: 'web:1', clientToken: t}               | 1 | false
          {taskDefinition: web, clientToken: t, group: g}         | 1 | false
          {taskDefinition: web, clientToken: u}                   | 1 | false
          """)
  void aRequestIsWhatItAsksFor(String request, int count, boolean same)
      throws JsonProcessingException {
    assertThat(token(request, count).equals(token("{taskDefinition: web, clientToken: t}", 1)))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "ümlaut",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void whatIsNoTokenIsRefused(String text) {
    assertThatThrownBy(() -> token("{taskDefinition: web, clientToken: '" + text + "'}", 1))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("InvalidParameterException: clientToken: " + text)
        .hasMessageContaining("at most 64 characters");
  }

  @Test
  void anObjectThatHasANameNeedsNone() throws JsonProcessingException {
    assertThat(ClientToken.of(request("{taskDefinition: web, clientToken: t}", "nightly"), 1))
        .isEmpty();
    assertThat(ClientToken.of(request("{taskDefinition: web}", ""), 1)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of 2 tasks")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 11:55:00 | {}                                       | true
          2 | 11:55:00 | {}                                       | false
          1 | 11:45:00 | {}                                       | false
          1 | 11:55:00 | {kubernetes: {ttlSecondsAfterFinished: 60}} | false
          """)
  void onlyTasksThatCannotHaveEndedAndGoneAreMissing(
      int there, String created, String spec, boolean cutOff) throws JsonProcessingException {
    Task task =
        Mappers.yaml()
            .readValue(
                "{metadata: {name: t, creationTimestamp: '2026-01-01T%sZ'}, spec: %s}"
                    .formatted(created, spec),
                Task.class);

    assertThat(ClientToken.cutOff(List.of(task, task).subList(0, there), 2, NOW)).isEqualTo(cutOff);
  }

  private static ClientToken token(String yaml, int count) throws JsonProcessingException {
    return ClientToken.of(request(yaml, ""), count).orElseThrow();
  }

  private static RunRequest request(String yaml, String name) throws JsonProcessingException {
    return new RunRequest((ObjectNode) Mappers.yaml().readTree(yaml), name, List.of());
  }
}
