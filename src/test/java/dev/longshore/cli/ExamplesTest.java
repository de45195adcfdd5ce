package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.cli.documents.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The application of examples/web and that of examples/gitops are one. */
class ExamplesTest {
  private static final Path WEB = Path.of("examples/web");
  private static final Path GITOPS = Path.of("examples/gitops");

  @ParameterizedTest
  @CsvSource({
    "task-definition.json, task-definition.yaml",
    "service.json, service.yaml",
    "cluster.yaml, cluster.yaml"
  })
  void theCommandLineAppliesWhatGitHolds(String document, String resource) {
    JsonNode byCommandLine = applied(WEB.resolve(document));
    JsonNode byGit = applied(GITOPS.resolve(resource));

    assertThat(byCommandLine).isEqualTo(byGit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret.yaml", "cluster.yaml"})
  void whatIsNotOfEcsIsTheSameFile(String file) throws IOException {
    assertThat(Files.readString(GITOPS.resolve(file)))
        .isEqualTo(Files.readString(WEB.resolve(file)));
  }

  private static JsonNode applied(Path file) {
    Conversion conversion = Converter.convert(Documents.read(file).getFirst());
    assertThat(conversion.errors()).isEmpty();
    assertThat(conversion.warnings()).isEmpty();
    return conversion.manifests().getFirst();
  }
}
