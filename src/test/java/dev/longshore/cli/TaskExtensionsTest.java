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

class TaskExtensionsTest {
  private final TaskExtensions extensions = new TaskExtensions();

  @Test
  void numberedTasksMayBeAHundred() {
    extensions.indexed = true;

    List<ObjectNode> tasks =
        tasks("{taskDefinition: web, kubernetes: {ttlSecondsAfterFinished: 5}}", 100);

    assertThat(tasks).hasSize(100);
    assertThat(tasks.get(99).at("/spec/kubernetes/index").asInt()).isEqualTo(99);
    assertThat(tasks.get(0).at("/spec/kubernetes/index").isInt()).isTrue();
    assertThat(tasks.get(99).at("/spec/kubernetes/ttlSecondsAfterFinished").asInt()).isEqualTo(5);
    assertThatThrownBy(() -> tasks("{taskDefinition: web}", 101))
        .hasMessage("count: 101 must be between 1 and 100.");
  }

  @Test
  void retriesAreThoseOfEachTask() {
    extensions.retries = 2;

    assertThat(tasks("{taskDefinition: web}", 2))
        .hasSize(2)
        .allMatch(it -> it.at("/spec/kubernetes/retries").asInt() == 2)
        .allMatch(it -> it.at("/spec/kubernetes/index").isMissingNode());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11})
  void retriesHaveALimit(int retries) {
    extensions.retries = retries;

    assertThatThrownBy(() -> tasks("{taskDefinition: web}", 1))
        .isInstanceOf(Refusal.class)
        .hasMessage("--retries: %d must be between 0 and 10.".formatted(retries));
  }

  @Test
  void unaskedNothingIsAdded() {
    assertThat(tasks("{taskDefinition: web}", 1).getFirst().at("/spec/kubernetes").isMissingNode())
        .isTrue();
  }

  private List<ObjectNode> tasks(String yaml, int count) {
    try {
      RunRequest request =
          new RunRequest(extensions.in((ObjectNode) Mappers.yaml().readTree(yaml)), "", List.of());
      return extensions.numbered(
          TaskRequests.expand(
              request,
              TaskRequests.count(request, BigInteger.valueOf(count), extensions.most()),
              ClientToken.of(request, count)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
