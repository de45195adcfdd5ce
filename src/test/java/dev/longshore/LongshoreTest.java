package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.cli.ConvertCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** A start loads the verb that was typed and no other. */
class LongshoreTest {
  @Test
  void theHelpIsTheSameWithoutTheVerbs() {
    String whole = Longshore.commandLine().getUsageMessage(Ansi.OFF);

    assertThat(Longshore.commandLine(verb -> false).getUsageMessage(Ansi.OFF)).isEqualTo(whole);
  }

  @Test
  void onlyTheTypedVerbIsRead() {
    Map<String, CommandLine> verbs = Longshore.commandLine("convert"::equals).getSubcommands();

    assertThat(verbs).containsOnlyKeys(Longshore.commandLine().getSubcommands().keySet());
    assertThat(verbs.get("convert").<Object>getCommand()).isInstanceOf(ConvertCommand.class);
    assertThat(verbs.get("deploy").<Object>getCommand()).isNull();
  }
}
