package dev.longshore.cli.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberLinesTest {
  private static final String JSON =
      """
      {
        "family": "web",
        "containerDefinitions": [
          {"name": "one"},
          {
            "name": "two",
            "user": "root"
          }
        ]
      }
      """;
  private static final String RESOURCE =
      """
      kind: TaskDefinition
      spec:
        family: web
        containerDefinitions:
        - name: one
          user: root
      """;

  @TempDir Path folder;

  @Test
  void aMemberHasItsLineInJson() throws IOException {
    MemberLines lines = lines("a.json", JSON);

    assertThat(lines.of("family")).hasValue(2);
    assertThat(lines.of("containerDefinitions[0].name")).hasValue(4);
    assertThat(lines.of("containerDefinitions[1].user")).hasValue(7);
  }

  @Test
  void whatIsNotThereHasTheLineOfWhatIsAround() throws IOException {
    MemberLines lines = lines("a.json", JSON);

    assertThat(lines.of("containerDefinitions[1].image")).hasValue(5);
    assertThat(lines.of("cpu")).isEmpty();
    assertThat(lines.of("")).isEmpty();
  }

  @Test
  void wrappersAndSpellingsAreSeenThrough() throws IOException {
    assertThat(lines("a.yaml", RESOURCE).of("containerDefinitions[0].user")).hasValue(6);
    assertThat(lines("b.json", "{\n\"taskDefinition\": {\n\"Cpu\": 1}}").of("cpu")).hasValue(3);
  }

  @Test
  void severalDocumentsOrNoneHaveNoLines() throws IOException {
    assertThat(lines("a.yaml", RESOURCE + "---\n" + RESOURCE).of("family")).isEmpty();
    assertThat(lines("a.json", "{").of("family")).isEmpty();
    assertThat(MemberLines.of(folder.resolve("none.json")).of("family")).isEmpty();
  }

  private MemberLines lines(String name, String text) throws IOException {
    return MemberLines.of(Files.writeString(folder.resolve(name), text));
  }
}
