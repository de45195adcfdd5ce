package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.testing.Golden;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodTemplatesTest {
  private static final ObjectMapper JSON = Mappers.json();

  /** What a case may say beside its definition. */
  record Inputs(
      Map<String, String> labels,
      Map<String, String> annotations,
      Bindings bindings,
      Map<String, String> nodeSelector,
      List<Toleration> tolerations,
      int drainSeconds,
      boolean restricted,
      Lifetime lifetime,
      List<Tag> tags,
      List<LaunchVolume> launchVolumes,
      ServerFeatures server) {
    Inputs {
      labels = labels == null ? Map.of() : labels;
      annotations = annotations == null ? Map.of() : annotations;
      nodeSelector = nodeSelector == null ? Map.of() : nodeSelector;
      tolerations = tolerations == null ? List.of() : tolerations;
      lifetime = lifetime == null ? Lifetime.SERVICE : lifetime;
      tags = tags == null ? List.of() : tags;
      launchVolumes = launchVolumes == null ? List.of() : launchVolumes;
      server = server == null ? ServerFeatures.all() : server;
    }
  }

  static Stream<Golden> cases() {
    return Golden.cases("podspec");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDefinitionBecomesThePodTemplateOfTheFile(Golden golden) throws IOException {
    PodTemplateSpec template = PodTemplates.render(inputs(golden));

    golden.expect(Map.of("pod-template", template));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameInputsGiveTheSameBytes(Golden golden) throws IOException {
    String once = JSON.writeValueAsString(PodTemplates.render(inputs(golden)));
    String again = JSON.writeValueAsString(PodTemplates.render(inputs(golden)));

    assertThat(again).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsWrittenThatTheServerWouldDrop(Golden golden) throws IOException {
    JsonNode template = JSON.valueToTree(PodTemplates.render(inputs(golden)));

    assertThat(template.findValuesAsText("value")).noneMatch(String::isEmpty);
    assertThat(template.findValues("securityContext")).noneMatch(JsonNode::isEmpty);
    assertThat(template.toString()).doesNotContain("[]", "null");
  }

  @Test
  void noTwoFeaturesSpeakForOneMember() {
    assertThat(PodTemplates.fields()).extracting(FieldRule::path).doesNotHaveDuplicates();
  }

  private static PodInputs inputs(Golden golden) throws IOException {
    Map<String, JsonNode> files = golden.inputs();
    JsonNode given = files.getOrDefault("in-inputs.yaml", JSON.createObjectNode());
    Inputs inputs = JSON.treeToValue(given, Inputs.class);
    return new PodInputs(
        JSON.treeToValue(files.get("in-definition.yaml"), TaskDefinitionSpec.class),
        inputs.labels(),
        inputs.annotations(),
        new AwsReferences(inputs.bindings()),
        inputs.nodeSelector(),
        inputs.tolerations(),
        inputs.drainSeconds(),
        inputs.restricted(),
        inputs.lifetime(),
        inputs.tags(),
        inputs.launchVolumes(),
        inputs.server());
  }
}
