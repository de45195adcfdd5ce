package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.Longshore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a person reads before anything else. */
class HelpTest {
  static Stream<CommandLine> verbs() {
    CommandLine root = Longshore.commandLine();
    return Stream.concat(
        Stream.of(root),
        root.getSubcommands().values().stream()
            .flatMap(it -> Stream.concat(Stream.of(it), it.getSubcommands().values().stream())));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbTellsItsExitCodes(CommandLine verb) {
    assertThat(verb.getUsageMessage(Ansi.OFF)).contains("Exit codes").containsPattern("\\n +0 ");
    assertThat(verb.getCommandSpec().usageMessage().exitCodeList().keySet())
        .containsAll(List.of("0", "1", "2"));
  }

  @Test
  void theGuideListsEveryVerb() throws IOException {
    String guide = Files.readString(Path.of("docs/guides/command-line.md"));

    assertThat(Longshore.commandLine().getSubcommands().keySet())
        .allSatisfy(it -> assertThat(guide).containsPattern("\\| `" + it + "[` ]"));
  }

  @Test
  void coloursAreTheTerminalsToAllow() {
    assertThat(Longshore.commandLine().getColorScheme().ansi()).isEqualTo(Ansi.AUTO);
  }

  @Test
  void theVersionIsNotWrittenTwice() {
    assertThat(Longshore.commandLine().getCommandSpec().version())
        .singleElement()
        .asString()
        .startsWith("longshore ");
  }
}
