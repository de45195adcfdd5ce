package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.core.Mappers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskRequestsTest {
  @Test
  void countMakesAsManyObjectsOfOneTaskEach() {
    List<ObjectNode> tasks = expand("{taskDefinition: web, count: 3, group: g}");

    assertThat(tasks).hasSize(3);
    assertThat(tasks).extracting(it -> it.at("/metadata/name").asText()).doesNotHaveDuplicates();
    assertThat(tasks)
        .extracting(it -> it.get("spec").toString())
        .containsOnly("{\"taskDefinition\":\"web\",\"group\":\"g\"}");
  }

  @Test
  void theStrategyIsSplitAsForAService() {
    List<ObjectNode> tasks =
        expand(
            """
            taskDefinition: web
            count: 4
            capacityProviderStrategy:
            - {capacityProvider: FARGATE, base: 1, weight: 1}
            - {capacityProvider: FARGATE_SPOT, weight: 2}
            """);

    assertThat(tasks)
        .extracting(it -> it.at("/spec/capacityProviderStrategy/0/capacityProvider").asText())
        .containsExactly("FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT");
  }

  @Test
  void theSameClientTokenGivesTheSameNames() {
    String request = "{taskDefinition: \"web:3\", clientToken: Token_1, count: 2}";

    assertThat(expand(request)).isEqualTo(expand(request));
    assertThat(expand(request).getFirst().at("/metadata/name").asText()).startsWith("web-token-1");
  }

  @Test
  void withoutATokenEachRequestIsAnother() {
    assertThat(expand("{taskDefinition: web}")).isNotEqualTo(expand("{taskDefinition: web}"));
  }

  @Test
  void theNameOfOurOwnObjectStays() throws JsonProcessingException {
    RunRequest request = new RunRequest(read("{taskDefinition: web}"), "nightly", List.of());

    assertThat(TaskRequests.expand(request, null))
        .singleElement()
        .extracting(it -> it.at("/metadata/name").asText())
        .isEqualTo("nightly");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void ecsHasALargestCount(int count) throws JsonProcessingException {
    RunRequest request = new RunRequest(read("{taskDefinition: web}"), "", List.of());

    assertThatThrownBy(() -> TaskRequests.expand(request, count))
        .isInstanceOf(Refusal.class)
        .hasMessage("count: %d must be between 1 and 10.".formatted(count));
  }

  private static List<ObjectNode> expand(String yaml) {
    try {
      return TaskRequests.expand(new RunRequest(read(yaml), "", List.of()), null);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  private static ObjectNode read(String yaml) throws JsonProcessingException {
    return (ObjectNode) Mappers.yaml().readTree(yaml);
  }
}
