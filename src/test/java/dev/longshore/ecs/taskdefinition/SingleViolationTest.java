package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes documents that ECS accepts and breaks each member that they use, one at a time and in every
 * way its row of the table of members allows: the validator finds that one, by its path.
 */
class SingleViolationTest {
  /** A broken document, and where it is broken. */
  private record Broken(ObjectNode document, String path, String how) {
    @Override
    public String toString() {
      return path + " " + how;
    }
  }

  static Stream<Path> documents() throws IOException {
    return CorpusTest.documents().stream()
        .filter(file -> Registration.examine(spec(file)).accepted());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isFoundAloneAndByItsPath(Path file) {
    ObjectNode document = Normalizer.normalize(spec(file)).definition();
    List<Broken> all = new ArrayList<>();
    structure(document, document, "", "", all);

    assertThat(all).isNotEmpty();
    assertThat(all.stream().map(SingleViolationTest::found))
        .containsExactlyElementsOf(all.stream().map(it -> it + ": " + it.path()).toList());
  }

  private static String found(Broken broken) {
    List<ValidationError> errors = Validation.check(broken.document());
    return broken
        + ": "
        + errors.stream().map(ValidationError::path).collect(Collectors.joining(", "));
  }

  private static void structure(
      ObjectNode root, JsonNode object, String structure, String path, List<Broken> all) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Member member = Members.of(structure).get(entry.getKey());
      if (member != null && member.type() != Member.Type.RESPONSE) {
        String here = step(path, entry.getKey());
        member(root, entry.getValue(), member, here, all);
        // a structure without members is no structure
        if (member.required() && object.size() > 1) {
          all.add(broken(root, here, null, "missing"));
        }
      }
    }
  }

  private static void member(
      ObjectNode root, JsonNode value, Member member, String path, List<Broken> all) {
    JsonNode otherType = Mappers.json().createArrayNode().add(1);
    JsonNode noList = Mappers.json().getNodeFactory().numberNode(1);
    all.add(broken(root, path, value.isArray() ? noList : otherType, "of another type"));
    if (!member.limits().isEmpty() && value.isTextual()) {
      JsonNode unknown = Mappers.json().getNodeFactory().textNode("no-such-value");
      all.add(broken(root, path, unknown, "not one of its values"));
    }
    if (value.isInt() && member.minimum() > Integer.MIN_VALUE) {
      all.add(
          broken(
              root,
              path,
              Mappers.json().getNodeFactory().numberNode((int) (member.minimum() - 1)),
              "too small"));
    }
    if (member.type() == Member.Type.STRUCTURE) {
      structure(root, value, member.inner(), path, all);
    } else if (member.type() == Member.Type.STRUCTURES) {
      for (int i = 0; i < value.size(); i++) {
        structure(root, value.get(i), member.inner(), path + "[" + i + "]", all);
      }
    }
  }

  private static Broken broken(ObjectNode root, String path, JsonNode value, String how) {
    ObjectNode copy = root.deepCopy();
    String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
    JsonNode at = copy;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at instanceof ArrayNode list ? list.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
    }
    ObjectNode parent = (ObjectNode) at;
    if (value == null) {
      parent.remove(steps[steps.length - 1]);
    } else {
      parent.set(steps[steps.length - 1], value);
    }
    return new Broken(copy, path, how);
  }

  private static String step(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static ObjectNode spec(Path file) {
    try {
      JsonNode document = Mappers.json().readTree(file.toFile());
      return (ObjectNode)
          (document.has("taskDefinition") ? document.get("taskDefinition") : document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
