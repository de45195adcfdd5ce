package dev.longshore.ecs.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ImagePullBackOff           | CannotPullContainerError: denied (pull secrets asked for: one, two; one that does not exist is passed over)
          ErrImagePull               | CannotPullContainerError: denied (pull secrets asked for: one, two; one that does not exist is passed over)
          InvalidImageName           | CannotPullContainerError: denied
          CreateContainerConfigError | ResourceInitializationError: denied
          """)
  void pullSecretsAreNamedWhereTheRegistryAnswered(String reason, String told) {
    assertThat(ContainerReasons.of(waiting(reason, "denied"), List.of("one", "two")))
        .contains(told);
  }

  @Test
  void withoutPullSecretsNothingIsAdded() {
    assertThat(ContainerReasons.of(waiting("ErrImagePull", "denied")))
        .contains("CannotPullContainerError: denied");
  }

  @Test
  void aReasonIsAsLongAsEcsMakesItAndEndsWithTheSecrets() {
    ContainerState state = waiting("ErrImagePull", "x".repeat(2000));

    assertThat(ContainerReasons.of(state, List.of("one")).orElseThrow())
        .hasSize(1024)
        .endsWith("(pull secrets asked for: one; one that does not exist is passed over)");
    assertThat(ContainerReasons.of(state, Collections.nCopies(20, "s".repeat(200))).orElseThrow())
        .hasSize(1024)
        .startsWith("CannotPullContainerError: xxx");
  }

  private static ContainerState waiting(String reason, String message) {
    return new ContainerStateBuilder().withNewWaiting(message, reason).build();
  }
}
