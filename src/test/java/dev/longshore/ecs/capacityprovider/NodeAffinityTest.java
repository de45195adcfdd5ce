package dev.longshore.ecs.capacityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node named {@code one} with the labels room=a and size=8, by what pods require. */
class NodeAffinityTest {
  private static final Node NODE =
      new NodeBuilder()
          .withNewMetadata()
          .withName("one")
          .addToLabels("room", "a")
          .addToLabels("size", "8")
          .endMetadata()
          .withNewSpec()
          .endSpec()
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{key: room, operator: In, values: [a, b]} | true",
        "{key: room, operator: In, values: [b]} | false",
        "{key: floor, operator: In, values: [a]} | false",
        "{key: room, operator: NotIn, values: [a]} | false",
        "{key: floor, operator: NotIn, values: [a]} | true",
        "{key: room, operator: Exists} | true",
        "{key: floor, operator: Exists} | false",
        "{key: floor, operator: DoesNotExist} | true",
        "{key: size, operator: Gt, values: ['7']} | true",
        "{key: size, operator: Gt, values: ['8']} | false",
        "{key: size, operator: Lt, values: ['9']} | true",
        "{key: room, operator: Lt, values: ['9']} | false",
        "{key: room, operator: Near, values: [a]} | false",
        "{key: room, operator: Exists}, {key: floor, operator: Exists} | false",
      })
  void requiresAllOfATerm(String requirements, boolean admitted) throws IOException {
    assertThat(admits("{matchExpressions: [%s]}".formatted(requirements))).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{matchFields: [{key: metadata.name, operator: In, values: [one]}]} | true",
        "{matchFields: [{key: metadata.name, operator: In, values: [two]}]} | false",
        "{} | false",
        "{}, {matchExpressions: [{key: room, operator: Exists}]} | true",
      })
  void requiresOneOfTheTerms(String terms, boolean admitted) throws IOException {
    assertThat(admits(terms)).isEqualTo(admitted);
  }

  private static boolean admits(String terms) throws IOException {
    String affinity =
        "{nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [%s]}}}";
    String pod = "{spec: {affinity: %s}}".formatted(affinity.formatted(terms));
    return Nodes.accepts(NODE, Mappers.yaml().readValue(pod, Pod.class));
  }
}
