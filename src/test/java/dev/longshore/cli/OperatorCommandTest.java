package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.operator.OperatorConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OperatorCommandTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LONGSHORE_NAMESPACES", "from-environment",
          "LONGSHORE_PORT", "9090",
          "LONGSHORE_LEADER_ELECTION", "true",
          "POD_NAMESPACE", "longshore",
          "POD_NAME", "longshore-0");

  @Test
  void optionsOverrideTheEnvironment() {
    OperatorConfig config =
        config("--namespaces", "shop,bank", "--port", "0", "--no-leader-election");

    assertThat(config.namespaces()).containsExactlyInAnyOrder("shop", "bank");
    assertThat(config.port()).isZero();
    assertThat(config.leadership()).isEmpty();
  }

  @Test
  void withoutOptionsTheEnvironmentCounts() {
    OperatorConfig config = config();

    assertThat(config.namespaces()).containsExactly("from-environment");
    assertThat(config.port()).isEqualTo(9090);
    assertThat(config.leadership())
        .contains(new OperatorConfig.Leadership("longshore", "longshore-0"));
  }

  @Test
  void aPortThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> config("--port", "http"))
        .isInstanceOf(Refusal.class)
        .hasMessage("LONGSHORE_PORT: 'http' is not a whole number.");
  }

  private static OperatorConfig config(String... arguments) {
    OperatorCommand command = new OperatorCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.config(ENVIRONMENT);
  }
}
