package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.core.Mappers;
import java.math.BigInteger;
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
  void theClientTokenAloneNamesTheTasks() {
    List<ObjectNode> one = expand("{taskDefinition: 'web:3', clientToken: Token_1, count: 2}");
    List<ObjectNode> other = expand("{taskDefinition: api, clientToken: Token_1, count: 2}");

    assertThat(names(one)).isEqualTo(names(other)).allMatch(it -> it.startsWith("run-token-1"));
    assertThat(one.getFirst().at("/metadata/labels").toString())
        .isEqualTo("{\"ecs.longshore.dev/client-token\":\"Token_1\"}");
    assertThat(one.getFirst().at("/metadata/annotations"))
        .isNotEqualTo(other.getFirst().at("/metadata/annotations"))
        .isEqualTo(one.getLast().at("/metadata/annotations"));
    assertThat(one.getFirst().at("/spec").toString()).isEqualTo("{\"taskDefinition\":\"web:3\"}");
  }

  @Test
  void withoutATokenEachRequestIsAnother() {
    assertThat(expand("{taskDefinition: web}")).isNotEqualTo(expand("{taskDefinition: web}"));
  }

  @Test
  void theNameOfOurOwnObjectStays() throws JsonProcessingException {
    RunRequest request =
        new RunRequest(read("{taskDefinition: web, clientToken: t}"), "nightly", List.of());

    assertThat(TaskRequests.expand(request, 1, ClientToken.of(request, 1)))
        .singleElement()
        .extracting(it -> it.at("/metadata/name").asText())
        .isEqualTo("nightly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "4294967296"})
  void ecsHasALargestCount(BigInteger count) throws JsonProcessingException {
    RunRequest request = new RunRequest(read("{taskDefinition: web}"), "", List.of());

    assertThatThrownBy(() -> TaskRequests.count(request, count, TaskRequests.MOST))
        .isInstanceOf(Refusal.class)
        .hasMessage("count: %d must be between 1 and 10.".formatted(count));
  }

  private static List<String> names(List<ObjectNode> tasks) {
    return tasks.stream().map(it -> it.at("/metadata/name").asText()).toList();
  }

  private static List<ObjectNode> expand(String yaml) {
    try {
      RunRequest request = new RunRequest(read(yaml), "", List.of());
      int count = TaskRequests.count(request, null, TaskRequests.MOST);
      return TaskRequests.expand(request, count, ClientToken.of(request, count));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  private static ObjectNode read(String yaml) throws JsonProcessingException {
    return (ObjectNode) Mappers.yaml().readTree(yaml);
  }
}
