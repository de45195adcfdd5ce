package dev.longshore.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The checked-in definitions are what the records say; -Dlongshore.regenerate=true rewrites them.
 */
class CrdsTest {
  private static final Path CHECKED_IN = Path.of("crds");

  /** etcd and client-side apply both get into trouble with objects far above this. */
  private static final int MAX_BYTES = 250_000;

  private static final Set<String> UPSTREAM = Set.of("conditions", "tolerations");

  private static Map<String, String> generated;

  @BeforeAll
  static void generate() throws IOException {
    generated = Crds.generate(Path.of("target/crds"));
    if (Boolean.getBoolean("longshore.regenerate")) {
      Files.createDirectories(CHECKED_IN);
      for (Map.Entry<String, String> crd : generated.entrySet()) {
        Files.writeString(CHECKED_IN.resolve(crd.getKey()), crd.getValue());
      }
    }
  }

  @Test
  void theCheckedInFilesAreTheGeneratedOnes() throws IOException {
    Map<String, String> checkedIn = new TreeMap<>();
    try (Stream<Path> files = Files.list(CHECKED_IN)) {
      for (Path file : files.toList()) {
        checkedIn.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(checkedIn)
        .as("regenerate with: mvn test -Dtest=CrdsTest -Dlongshore.regenerate=true")
        .isEqualTo(generated);
  }

  @Test
  void eachFileIsSmallEnoughForTheApiServer() {
    assertThat(generated)
        .hasSize(6)
        .allSatisfy(
            (name, text) ->
                assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                    .as(name)
                    .isLessThan(MAX_BYTES));
  }

  /**
   * What {@code kubectl explain} shows; fabric8's own types are described upstream or not at all.
   */
  @Test
  void eachMemberHasAShortDescription() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> crd : generated.entrySet()) {
      JsonNode root =
          Mappers.yaml()
              .readTree(crd.getValue())
              .at("/spec/versions/0/schema/openAPIV3Schema/properties");
      for (String part : List.of("spec", "status")) {
        undescribed(crd.getKey() + " " + part, root.path(part), wrong);
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** One object with a number that does not fit would stop the watch of its kind. */
  @Test
  void eachWholeNumberFitsTheTypeThatItIsReadInto() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> crd : generated.entrySet()) {
      JsonNode root = Mappers.yaml().readTree(crd.getValue());
      String kind = root.at("/spec/names/kind").asText();
      for (String part : List.of("spec", "status")) {
        JsonNode schema = root.at("/spec/versions/0/schema/openAPIV3Schema/properties").path(part);
        JavaType type = member(part, Crds.kinds().get(kind));
        if (!schema.isMissingNode()) {
          unbounded(kind + "." + part, schema, type, wrong);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void unbounded(String path, JsonNode node, JavaType type, List<String> wrong) {
    if (node.path("type").asText().equals("integer")) {
      boolean isLong = type.hasRawClass(Long.class);
      double most = isLong ? (1L << 53) - 1 : Integer.MAX_VALUE;
      double least = isLong ? -most : Integer.MIN_VALUE;
      if (node.path("minimum").asDouble(Double.NEGATIVE_INFINITY) < least
          || node.path("maximum").asDouble(Double.POSITIVE_INFINITY) > most) {
        wrong.add(path);
      }
    } else if (node.has("items")) {
      unbounded(path + "[]", node.path("items"), type.getContentType(), wrong);
    }
    for (Map.Entry<String, JsonNode> member : node.path("properties").properties()) {
      JavaType inner = member(member.getKey(), type.getRawClass());
      unbounded(path + "." + member.getKey(), member.getValue(), inner, wrong);
    }
  }

  /** The type that Jackson reads a member into. */
  private static JavaType member(String name, Class<?> owner) {
    JavaType type = Mappers.json().constructType(owner);
    return Mappers.json().getDeserializationConfig().introspect(type).findProperties().stream()
        .filter(it -> it.getName().equals(name))
        .map(BeanPropertyDefinition::getPrimaryType)
        .findFirst()
        .orElseThrow(() -> new AssertionError(owner + " has no " + name));
  }

  private static void undescribed(String path, JsonNode node, List<String> wrong) {
    JsonNode members = node.has("items") ? node.path("items") : node;
    for (Map.Entry<String, JsonNode> member : members.path("properties").properties()) {
      String description = member.getValue().path("description").asText();
      String name = path + "." + member.getKey();
      if (description.isBlank() || description.length() > 160) {
        wrong.add(name);
      }
      if (!UPSTREAM.contains(member.getKey())) {
        undescribed(name, member.getValue(), wrong);
      }
    }
  }
}
