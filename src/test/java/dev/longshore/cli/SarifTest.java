package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.Longshore;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a code host shows beside the lines of a pull request. */
class SarifTest {
  private static final String ACCEPTED =
      """
      {
        "family": "web",
        "networkMode": "bridge",
        "containerDefinitions": [
          {
            "name": "app",
            "image": "i",
            "memory": 64
          }
        ]
      }
      """;

  @TempDir Path folder;

  @Test
  void allFilesMakeOneLogAndTheWorstTheExitCode() throws IOException {
    Path good = Files.writeString(folder.resolve("good.json"), ACCEPTED);
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"), ACCEPTED.replace("\"memory\": 64", "\"user\": \"app\""));
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    StringWriter out = new StringWriter();

    int code =
        Longshore.commandLine()
            .setOut(new PrintWriter(out))
            .execute("convert", good.toString(), bad.toString(), broken.toString(), "-o", "sarif");

    JsonNode log = Mappers.json().readTree(out.toString());
    JsonNode run = log.at("/runs/0");
    assertThat(code).isEqualTo(2);
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(levels(run, bad)).contains("error");
    assertThat(levels(run, broken)).containsExactly("error");
    assertThat(levels(run, good)).isNotEmpty().doesNotContain("error");
  }

  @Test
  void eachResultNamesARuleAndALine() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"), ACCEPTED.replace("\"memory\": 64", "\"user\": \"app\""));
    StringWriter out = new StringWriter();

    Longshore.commandLine()
        .setOut(new PrintWriter(out))
        .execute("convert", bad.toString(), "-o", "sarif");

    JsonNode run = Mappers.json().readTree(out.toString()).at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(run.path("results"))
        .allSatisfy(
            it ->
                assertThat(it.path("ruleId"))
                    .isEqualTo(rules.get(it.path("ruleIndex").asInt()).path("id")));
    assertThat(run.path("results"))
        .filteredOn(
            it -> it.at("/message/text").asText().startsWith("containerDefinitions[0].user"))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(it.at("/locations/0/physicalLocation/region/startLine").asInt())
                    .isEqualTo(8));
  }

  private static Iterable<String> levels(JsonNode run, Path file) {
    return StreamSupport.stream(run.path("results").spliterator(), false)
        .filter(
            it ->
                it.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText()
                    .equals(file.toString()))
        .map(it -> it.path("level").asText())
        .toList();
  }
}
