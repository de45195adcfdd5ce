package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.testing.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The machine output is a contract: a changed golden file is a changed contract. */
class ConvertCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<Golden> cases() {
    return Golden.cases("convert");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theJsonOfAFileIsItsContract(Golden golden) throws JsonProcessingException {
    String input = golden.inputs().keySet().iterator().next();

    int exit = run("-o", "json", golden.directory().resolve(input).toString());

    JsonNode printed = Mappers.json().readTree(out.toString());
    assertThat(exit).isEqualTo(printed.path("accepted").asBoolean() ? 0 : 1);
    golden.expect(Map.of("conversion", printed));
  }

  @ParameterizedTest
  @CsvSource({
    "examples/web/task-definition.json, 0",
    "examples/web/service.json, 0",
    "src/test/resources/golden/convert/refused/in-task-definition.json, 1",
    "no-such-file.json, 2",
    "examples, 2"
  })
  void theExitCodeIsTheVerdict(String file, int expected) {
    assertThat(run(file)).isEqualTo(expected);
  }

  @Test
  void theWorstFileDecidesAndTheOthersAreStillShown() {
    int exit = run("no-such-file.json", "examples/web/service.json");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("no-such-file.json: there is no such file.");
    assertThat(out.toString()).startsWith("examples/web/service.json: accepted, ");
  }

  @Test
  void anUnreadableFileIsAnObjectTooForPrograms() throws JsonProcessingException {
    run("-o", "json", "no-such-file.json");

    JsonNode printed = Mappers.json().readTree(out.toString());
    assertThat(printed.path("accepted").asBoolean(true)).isFalse();
    assertThat(printed.at("/errors/0/message").asText()).contains("there is no such file");
  }

  private int run(String... arguments) {
    return new CommandLine(new ConvertCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
