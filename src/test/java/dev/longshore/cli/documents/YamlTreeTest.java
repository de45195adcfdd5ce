package dev.longshore.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          7             | 7
          -7            | -7
          4294967296    | 4294967296
          1.10          | 1.10
          true          | true
          False         | false
          ~             | null
          012345670123  | "012345670123"
          0x10          | "0x10"
          1e3           | "1e3"
          1_000         | "1_000"
          on            | "on"
          yes           | "yes"
          "7"           | "7"
          nginx:1.27    | "nginx:1.27"
          2026-11-29    | "2026-11-29"
          !!str 7       | "7"
          """)
  void whatJsonWouldNotWriteSoStaysWhatWasWritten(String written, String value) throws IOException {
    assertThat(only("member: " + written)).hasToString("{\"member\":" + value + "}");
  }

  @Test
  void anAliasIsWhatItsAnchorHolds() throws IOException {
    assertThat(
            only(
                """
                one: {image: &img "nginx:1.27", environment: &env [{name: A, value: b}]}
                other: {image: *img, environment: *env}
                """))
        .hasToString(
            """
            {"one":{"image":"nginx:1.27","environment":[{"name":"A","value":"b"}]},\
            "other":{"image":"nginx:1.27","environment":[{"name":"A","value":"b"}]}}""");
  }

  @Test
  void aMergedMappingGivesWhatIsNotThere() throws IOException {
    assertThat(
            only(
                """
                base: &base {cpu: 1, memory: 2}
                more: &more {memory: 3, essential: true}
                one: {<<: *base, cpu: 9}
                two:
                  <<: [*base, *more]
                """))
        .hasToString(
            """
            {"base":{"cpu":1,"memory":2},"more":{"memory":3,"essential":true},\
            "one":{"cpu":9,"memory":2},"two":{"cpu":1,"memory":2,"essential":true}}""");
  }

  @Test
  void anchorsAreThoseOfTheirDocumentAndEmptyDocumentsAreNone() throws IOException {
    assertThat(YamlTree.all("a: &x 1\n---\n---\nb: 2\n"))
        .extracting(JsonNode::toString)
        .containsExactly("{\"a\":1}", "{\"b\":2}");
    refused("a: &x 1\n---\nb: *x\n", "undefined alias x");
  }

  @Test
  void aliasesOfAliasesFillNoMemory() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
    }

    refused(bomb.toString(), "the document has more than 100000 values");
  }

  @Test
  void whatIsNoTreeIsRefused() {
    refused("a: &a [1, *a]\n", "an alias within what it names");
    refused("a: 1\na: 2\n", "Duplicate field 'a'");
    refused("<<: 1\n", "mapping");
  }

  private static void refused(String yaml, String why) {
    assertThatThrownBy(() -> YamlTree.all(yaml))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(why);
  }

  private static JsonNode only(String yaml) throws IOException {
    List<JsonNode> all = YamlTree.all(yaml);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
