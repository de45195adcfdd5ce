package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.Longshore;
import dev.longshore.core.Mappers;
import dev.longshore.testing.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The machine output is a contract: a changed golden file is a changed contract. */
class ConvertCommandTest {
  @TempDir Path folder;

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
  void severalFilesAreATableAndTheWorstDecides() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"family\":\"w\",\"containerDefinitions\":[]}");
    Files.writeString(folder.resolve("notes.txt"), "no document");

    int exit = run("no-such-file.json", "examples/web/service.json", folder.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString().lines().map(line -> line.split(" {2,}")))
        .hasSize(4)
        .satisfiesExactly(
            row -> assertThat(row).startsWith("file", "result", "exact").endsWith("first error"),
            row ->
                assertThat(row)
                    .startsWith("no-such-file.json", "unreadable", "0")
                    .endsWith("there is no such file."),
            row ->
                assertThat(row).startsWith("examples/web/service.json", "accepted").endsWith("-"),
            row -> assertThat(row).contains("refused", Index.atIndex(1)));
  }

  @Test
  void aDirectoryWithoutDocumentsIsNotSilentlyFine() {
    assertThat(Longshore.commandLine().setErr(new PrintWriter(err)).execute("convert", folder + ""))
        .isEqualTo(2);
    assertThat(err.toString()).contains("holds no .json, .yaml or .yml file");
  }

  @Test
  void anUnreadableFileIsAnObjectTooForPrograms() throws JsonProcessingException {
    run("-o", "json", "no-such-file.json");

    JsonNode printed = Mappers.json().readTree(out.toString());
    assertThat(printed.path("accepted").asBoolean(true)).isFalse();
    assertThat(printed.at("/errors/0/message").asText()).contains("there is no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"family":"w","containerDefinition":[]}           | containerDefinition: 'containerDefinition' is not a member of the ECS API and is left out; did you mean 'containerDefinitions'?
          {"family":"w","containerDefinitions":[{"name":"a","image":"i","memory":64,"portMapping":[]}]} | containerDefinitions[0].portMapping: 'portMapping' is not a member of the ECS API and is left out; did you mean 'portMappings'?
          {"serviceNam":"w","taskDefinition":"w"}           | serviceNam: 'serviceNam' is not a member of the ECS API and is left out; did you mean 'serviceName'?
          """)
  void aMisspeltMemberIsToldWithItsPlaceAndTheNearestName(String text, String warning)
      throws IOException {
    Path file = Files.writeString(folder.resolve("document.json"), text);

    run(file.toString());

    assertThat(out.toString()).contains("warning: " + warning);
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void onlyTheCheckOfAnOptionalContainerIsSaidNotToRun(boolean essential, int notes)
      throws IOException {
    String text =
        """
        {"family": "w", "containerDefinitions": [
          {"name": "a", "image": "i", "memory": 64},
          {"name": "b", "image": "i", "memory": 64, "essential": %s,
           "healthCheck": {"command": ["CMD", "true"]}}]}
        """;
    Path file = Files.writeString(folder.resolve("checks.json"), text.formatted(essential));

    run(file.toString());

    assertThat(
            out.toString()
                .lines()
                .filter(it -> it.contains("[1].healthCheck.command") && it.contains("is not run")))
        .hasSize(notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schedulingStrategy":"DAEMON","launchType":"FARGATE" | launchType: Tasks using the Fargate launch type
          "launchType":"EC2","capacityProviderStrategy":[{"capacityProvider":"FARGATE"}] | launchType: Specify either Launch Type or Capacity Provider Strategy
          "deploymentConfiguration":{"maximumPercent":50}     | deploymentConfiguration: minimumHealthyPercent 100 must be
          """)
  void aServiceThatTheOperatorRefusesIsRefusedHere(String members, String reason)
      throws IOException {
    String text = "{\"serviceName\":\"w\",\"taskDefinition\":\"w\"," + members + "}";
    Path file = Files.writeString(folder.resolve("service.json"), text);

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(": refused").contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "taskDefinition":"w","desiredCount":1                   | Missing required parameter in input: "serviceName"
          "serviceName":"","taskDefinition":"w","desiredCount":1  | Missing required parameter in input: "serviceName"
          "service":"","taskDefinition":"w"                       | Missing required parameter in input: "service"
          """)
  void aServiceWithoutANameIsRefused(String members, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("service.json"), "{" + members + "}");

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(": refused").contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1          | desiredCount: -1 is no number of tasks; give 0 or more.
          4294967296  | Invalid value for parameter desiredCount, value: 4294967296, valid max value: 2147483647
          -4294967296 | Invalid value for parameter desiredCount, value: -4294967296, valid min value: -2147483648
          1.5         | Invalid type for parameter desiredCount, value: 1.5, type: number, valid types: integer
          """)
  void aNumberThatIsNoCountIsToldOnce(String count, String reason) throws IOException {
    String text = "{\"serviceName\":\"w\",\"taskDefinition\":\"w\",\"desiredCount\":%s}";
    Path file = Files.writeString(folder.resolve("service.json"), text.formatted(count));

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString().lines().filter(it -> it.contains("desiredCount")))
        .first(InstanceOfAssertFactories.STRING)
        .endsWith(reason);
  }

  private int run(String... arguments) {
    return new CommandLine(new ConvertCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
