package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    JsonNode document = Mappers.json().readTree(file.toFile());
    JsonNode spec = document.has("taskDefinition") ? document.get("taskDefinition") : document;

    Registration registration = Registration.examine(spec);

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
    JsonNode document = Mappers.json().readTree(file.toFile());
    JsonNode spec = document.has("taskDefinition") ? document.get("taskDefinition") : document;

    Normalized once = Normalizer.normalize(spec);
    Normalized throughRecords =
        Normalizer.normalize(Mappers.json().valueToTree(read(once.definition())));

    assertThat(Normalizer.normalize(once.definition()).definition()).isEqualTo(once.definition());
    assertThat(throughRecords.definition()).isEqualTo(once.definition());
  }

  private static TaskDefinitionSpec read(JsonNode definition) throws IOException {
    return Mappers.json().treeToValue(definition, TaskDefinitionSpec.class);
  }
}
