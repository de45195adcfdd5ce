package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskRoleBinding;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.Fields;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.FieldsReport;
import dev.longshore.ecs.taskdefinition.Registration;
import dev.longshore.testing.Members;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report says of a member and what the member does to the pod, for every one of them. */
class EveryMemberTest {
  private static final Path DOCUMENT = Path.of("src/test/resources/fields/every-member.yaml");
  private static final Bindings ROLE =
      new Bindings(
          List.of(new TaskRoleBinding("arn:aws:iam::123456789012:role/app", "app")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  static List<FieldRule> rules() {
    return FieldsReport.paths("RegisterTaskDefinition").stream()
        .map(path -> Fields.taskDefinition().rule(path).orElseThrow())
        .filter(rule -> rule.classification() != FidelityClass.REJECTED)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aMemberChangesThePodWhenItsRuleSaysSo(FieldRule rule) throws IOException {
    ObjectNode document = document();
    ObjectNode without = document.deepCopy();
    assertThat(Members.remove(without, rule.path())).as("the document has it").isTrue();

    boolean changes = !pods(document).equals(pods(without));

    if (isIgnored(rule, document)) {
      assertThat(specs(document).equals(specs(without))).as("no effect: %s", rule.note()).isTrue();
    } else if (isOfThePod(rule.becomes())) {
      assertThat(changes).as("becomes %s", rule.becomes()).isTrue();
    }
  }

  @Test
  void theDocumentIsAcceptedButForNothing() throws IOException {
    assertThat(Fields.taskDefinition().report(document()).of(FidelityClass.REJECTED)).isEmpty();
    assertThat(Fields.taskDefinition().report(document()).of(FidelityClass.NOT_IMPLEMENTED))
        .isEmpty();
  }

  /** As the report says it of the document's own value. */
  private static boolean isIgnored(FieldRule rule, ObjectNode document) {
    return Fields.taskDefinition().report(document).lines().stream()
        .filter(line -> line.path().replaceAll("\\[\\d+]", "[]").equals(rule.path()))
        .map(FidelityLine::classification)
        .findFirst()
        .orElse(rule.classification())
        .equals(FidelityClass.IGNORED);
  }

  /** Rules of what happens elsewhere, or is the default anyway, name no field of a pod. */
  private static boolean isOfThePod(String becomes) {
    return becomes.matches("(spec\\.|containers\\[|initContainers|volumes\\[|volumeMounts|node).*")
        || becomes.startsWith("annotation ");
  }

  /** The pod as a service's and as one that runs once. */
  private static List<JsonNode> pods(ObjectNode document) throws JsonProcessingException {
    return List.of(pod(document, Lifetime.SERVICE), pod(document, Lifetime.TASK));
  }

  /** Without what is only recorded for others, in annotations. */
  private static List<JsonNode> specs(ObjectNode document) throws JsonProcessingException {
    return pods(document).stream().map(pod -> pod.path("spec")).toList();
  }

  private static JsonNode pod(ObjectNode document, Lifetime lifetime)
      throws JsonProcessingException {
    TaskDefinitionSpec definition =
        Mappers.json().treeToValue(registered(document), TaskDefinitionSpec.class);
    PodInputs inputs =
        new PodInputs(
            definition,
            Map.of(),
            Map.of(),
            new AwsReferences(ROLE),
            Map.of(),
            List.of(),
            0,
            false,
            lifetime,
            definition.tags(),
            List.of(),
            ServerFeatures.all());
    try {
      return Mappers.json().valueToTree(PodTemplates.render(inputs));
    } catch (NullPointerException e) {
      return Mappers.json().getNodeFactory().textNode("no pod without it");
    }
  }

  /** As it is stored; what is refused without a member is taken as it is written. */
  private static ObjectNode registered(ObjectNode document) {
    Registration registration = Registration.examine(document);
    return registration.accepted() ? registration.normalized().definition() : document;
  }

  private static ObjectNode document() throws IOException {
    return (ObjectNode) Mappers.yaml().readTree(Files.readString(DOCUMENT));
  }
}
