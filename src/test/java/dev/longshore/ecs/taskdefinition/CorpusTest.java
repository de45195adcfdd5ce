package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityReport;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real task definitions: those of the project always, the shared ones where they are there. */
class CorpusTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/taskdefinitions"), Path.of("../shared/corpus"));

  static List<Path> documents() throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(found);
        }
      }
    }
    return found.build().toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aRealDefinitionIsAcceptedWithAReportOrRefusedWithAPathAndAReason(Path file)
      throws IOException {
    Registration registration = Registration.examine(spec(file));

    assertThat(registration.fidelity().lines()).isNotEmpty();
    if (registration.accepted()) {
      TaskDefinitionSpec definition = read(registration.normalized().definition());
      PodSpec pod = PodTemplates.render(PodInputs.of(definition)).getSpec();
      assertThat(pod.getContainers()).isNotEmpty();
      assertThat(pod.getContainers().size() + pod.getInitContainers().size())
          .isEqualTo(definition.containerDefinitions().size());
    } else {
      assertThat(registration.errors())
          .allSatisfy(error -> assertThat(error.path()).isNotBlank())
          .allSatisfy(error -> assertThat(error.message()).hasSizeGreaterThan(20));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void normalisingTwiceChangesNothing(Path file) throws IOException {
    Normalized once = Normalizer.normalize(spec(file));
    Normalized throughRecords =
        Normalizer.normalize(Mappers.json().valueToTree(read(once.definition())));

    assertThat(Normalizer.normalize(once.definition()).definition()).isEqualTo(once.definition());
    assertThat(throughRecords.definition()).isEqualTo(once.definition());
  }

  /** Of each definition how much of it means the same here, and the mean of that over all. */
  @Test
  void theMeanShareOfExactOrEquivalentFieldsIsPrinted() throws IOException {
    List<Double> shares = new ArrayList<>();
    int accepted = 0;
    for (Path file : documents()) {
      Registration registration = Registration.examine(spec(file));
      FidelityReport report = registration.fidelity();
      int same = report.count(FidelityClass.EXACT) + report.count(FidelityClass.EQUIVALENT);
      shares.add((double) same / report.lines().size());
      accepted += registration.accepted() ? 1 : 0;
    }
    double mean = shares.stream().mapToDouble(it -> it).average().orElseThrow();

    System.out.printf(
        Locale.ROOT,
        "proof: name=corpus-exact-or-equivalent value=%.3f unit=share n=%d accepted=%d%n",
        mean,
        shares.size(),
        accepted);
    assertThat(mean).isBetween(0.5, 1.0);
  }

  private static JsonNode spec(Path file) throws IOException {
    JsonNode document = Mappers.json().readTree(file.toFile());
    return document.has("taskDefinition") ? document.get("taskDefinition") : document;
  }

  private static TaskDefinitionSpec read(JsonNode definition) throws IOException {
    return Mappers.json().treeToValue(definition, TaskDefinitionSpec.class);
  }
}
