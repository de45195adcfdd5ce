package dev.longshore.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.Validation;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fixtures that the API server judges, judged by the Java checks too: what one refuses, the
 * other refuses.
 */
class ValidationAgreementTest {
  private static final Path FIXTURES = Path.of("src/test/resources/schema/taskdefinition");

  /** No member of ECS, or no document at all, so that the Java checks never see them. */
  private static final Set<String> SCHEMA_ONLY =
      Set.of(
          "invalid-no-spec.yaml",
          "invalid-pull-policy.yaml",
          "invalid-revision-history-limit.yaml");

  @ParameterizedTest
  @MethodSource("fixtures")
  void bothComeToTheSameVerdict(Path file) throws IOException {
    JsonNode document = Mappers.yaml().readTree(file.toFile());
    ObjectNode spec = document.path("spec").deepCopy();
    if (spec.path("family").asText().isEmpty()) {
      spec.set("family", document.at("/metadata/name"));
    }

    List<ValidationError> errors = Validation.check(spec);

    boolean valid = file.getFileName().toString().startsWith("valid-");
    assertThat(errors.isEmpty()).as("%s: %s", file, errors).isEqualTo(valid);
  }

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(ValidationAgreementTest::isForBoth).sorted().toList().stream();
    }
  }

  /** A file of two documents is about a change, which a check of one document cannot see. */
  private static boolean isForBoth(Path file) {
    try {
      return !SCHEMA_ONLY.contains(file.getFileName().toString())
          && !Files.readString(file).contains("\n---\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
