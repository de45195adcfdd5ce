package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.Fields;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.FieldsReport;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.testing.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the report says of a member of RunTask and what the member does, for every one of them; what
 * has members is what these make of it.
 */
class EveryRequestMemberTest {
  private static final Path FOLDER = Path.of("src/test/resources/fields/run-task");
  static final List<String> requests = List.of("strategy.yaml", "weights.yaml", "launch-type.yaml");

  /** What no Job or status shows, and why. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "cluster", "checked against the one the namespace has",
          "count", "the command line makes the objects",
          "volumeConfigurations[].managedEBSVolume.terminationPolicy.deleteOnTermination",
              "true is what happens in any case",
          "clientToken", "the command line names the object",
          "enableECSManagedTags", "the labels are there in any case");

  static List<FieldRule> rules() {
    List<String> paths = FieldsReport.paths("RunTask");
    return paths.stream()
        .filter(
            path ->
                paths.stream().noneMatch(it -> it.matches(Pattern.quote(path) + "(\\[])?\\..*")))
        .map(path -> Fields.task().rule(path).orElseThrow())
        .filter(rule -> rule.classification() != FidelityClass.REJECTED)
        .filter(rule -> !ELSEWHERE.containsKey(rule.path()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aMemberHasAnEffectUnlessItsRuleSaysItIsIgnored(FieldRule rule) {
    List<ObjectNode> all =
        requests.stream()
            .map(EveryRequestMemberTest::request)
            .filter(it -> Members.remove(it.deepCopy(), rule.path()))
            .toList();
    assertThat(all).as("a request has it").isNotEmpty();

    if (rule.classification() == FidelityClass.IGNORED) {
      assertThat(all).as(rule.note()).noneMatch(it -> matters(rule.path(), it));
    } else {
      assertThat(all).as(rule.becomes()).anyMatch(it -> matters(rule.path(), it));
    }
  }

  @ParameterizedTest
  @FieldSource("requests")
  void theRequestsAreAccepted(String file) {
    assertThat(Fields.task().report(request(file)).of(FidelityClass.REJECTED)).isEmpty();
    assertThat(effect(request(file)).path("kind").asText()).isEqualTo("Job");
  }

  private static boolean matters(String path, ObjectNode request) {
    ObjectNode without = request.deepCopy();
    Members.remove(without, path);
    return !effect(request).equals(effect(without));
  }

  /** The Job of a request, or why there is none. The status repeats what was asked in any case. */
  private static JsonNode effect(ObjectNode request) {
    Task task = new Task();
    task.getMetadata().setName("nightly");
    task.getMetadata().setNamespace("shop");
    task.getMetadata().setUid("0b1d4f3e-0000-4000-8000-000000000001");
    task.setSpec(Mappers.json().convertValue(request, TaskSpec.class));
    Catalog catalog = new FixedCatalog(surroundings());
    List<Problem> refused = TaskChecks.of(task, catalog);
    Object effect =
        switch (new TaskResolver(catalog).resolve(task)) {
          case Resolution.Unresolved<TaskInputs> missing -> missing.problems();
          case Resolution.Resolved<TaskInputs> inputs ->
              refused.isEmpty()
                  ? new TaskJob(ServerFeatures.all()).render(task, inputs.value())
                  : refused;
        };
    return Mappers.json().valueToTree(effect);
  }

  private static ObjectNode request(String file) {
    try {
      return (ObjectNode) Mappers.yaml().readTree(Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> surroundings() {
    try {
      String all = Files.readString(FOLDER.resolve("surroundings.yaml"));
      return Stream.of(all.split("(?m)^---$")).map(EveryRequestMemberTest::tree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String yaml) {
    try {
      return Mappers.yaml().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
