package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.taskdefinition.BrokenDocuments.Broken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The validator finds what is broken in a document, that alone and by its path. */
class SingleViolationTest {
  static Stream<Path> documents() throws IOException {
    return BrokenDocuments.sources();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isFoundAloneAndByItsPath(Path file) {
    List<Broken> all = BrokenDocuments.of(file);

    assertThat(all).isNotEmpty();
    assertThat(all.stream().map(SingleViolationTest::found))
        .containsExactlyElementsOf(all.stream().map(it -> it + ": " + it.path()).toList());
  }

  private static String found(Broken broken) {
    List<ValidationError> errors = Validation.check(broken.document());
    return broken
        + ": "
        + errors.stream().map(ValidationError::path).collect(Collectors.joining(", "));
  }
}
