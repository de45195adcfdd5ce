package dev.longshore.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The member table of the Java checks and the schema name the same values, ranges and needs. */
class MembersAgreementTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/longshore/ecs/taskdefinition/members.tsv");

  /** Where a schema must differ: text sizes, defaults from metadata.name, keys of lists. */
  private static final Set<String> DIFFERENT =
      Set.of(
          "containerDefinitions[].cpu",
          "containerDefinitions[].memory",
          "family",
          "revision",
          "tags[].key");

  private static JsonNode spec;

  @BeforeAll
  static void readSchema() throws IOException {
    spec =
        Mappers.yaml()
            .readTree(Path.of("crds/taskdefinitions.ecs.longshore.dev.yaml").toFile())
            .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void theSchemaSaysTheSame(String path, String limits, boolean required) {
    int dot = path.lastIndexOf('.');
    JsonNode owner = dot < 0 ? spec : at(path.substring(0, dot));
    String name = path.substring(dot + 1);
    JsonNode member = owner.path("properties").path(name);

    assertThat(member.isMissingNode()).as("missing in the schema").isFalse();
    assertThat(texts(owner.path("required")).contains(name)).as("required").isEqualTo(required);
    assertThat(limits(member.has("items") ? member.path("items") : member)).isEqualTo(limits);
  }

  static Stream<Object[]> members() throws IOException {
    try (Stream<String> lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .filter(row -> !DIFFERENT.contains(row[0]))
          .map(row -> new Object[] {row[0], canonical(row[2]), row[3].equals("required")})
          .toList()
          .stream();
    }
  }

  private static JsonNode at(String path) {
    JsonNode node = spec;
    for (String step : path.split("\\.")) {
      node = node.path("properties").path(step.replace("[]", ""));
      node = step.endsWith("[]") ? node.path("items") : node;
    }
    return node;
  }

  private static String limits(JsonNode member) {
    if (member.has("enum")) {
      return String.join("|", texts(member.path("enum")).stream().sorted().toList());
    }
    return member.has("minimum") || member.has("maximum")
        ? canonical(end(member.path("minimum")) + ".." + end(member.path("maximum")))
        : "-";
  }

  private static String end(JsonNode value) {
    return value.isMissingNode() ? "" : Long.toString(value.asLong());
  }

  /** Enumerations sorted, and the ends of Java's integers left out: every number keeps them. */
  private static String canonical(String limits) {
    if (limits.contains("|")) {
      return String.join("|", Stream.of(limits.split("\\|")).sorted().toList());
    }
    String own = limits.replace("" + Integer.MIN_VALUE, "").replace("" + Integer.MAX_VALUE, "");
    return own.equals("..") ? "-" : own;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    StreamSupport.stream(array.spliterator(), false).forEach(it -> texts.add(it.asText()));
    return texts;
  }
}
