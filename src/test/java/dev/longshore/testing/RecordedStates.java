package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Objects of one kind in each state that they can be in, as the status code makes them, in {@code
 * src/test/resources/gitops/<kind>/<state>.yaml}; of specs and statuses what tools do not look at
 * is left out. {@code -Dlongshore.regenerate=true} writes the files.
 */
public record RecordedStates(String kind) {
  private static final Path ROOT = Path.of("src/test/resources/gitops");

  /** Asserts that the files of the kind hold exactly these objects, by what they are in. */
  public void expect(Map<String, ? extends HasMetadata> made) {
    Map<String, String> actual = new TreeMap<>();
    made.forEach((state, object) -> actual.put(file(kind, state), text(record(object))));
    Map<String, String> recorded = new TreeMap<>();
    if (Boolean.getBoolean("longshore.regenerate")) {
      write(actual);
    }
    all()
        .forEach(
            (file, object) -> {
              if (file.startsWith(kind + "/")) {
                recorded.put(file, text(object));
              }
            });
    assertThat(recorded).isEqualTo(actual);
  }

  /** Where an object of a kind in this state is: {@code service/is-rolled-back.yaml}. */
  public static String file(String kind, String state) {
    return kind + "/" + state.replaceAll("[^A-Za-z0-9]+", "-") + ".yaml";
  }

  /** Every recorded object, by its file. */
  public static Map<String, JsonNode> all() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      Map<String, JsonNode> all = new TreeMap<>();
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(ROOT.relativize(path).toString(), Mappers.yaml().readTree(Files.readString(path)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode record(HasMetadata object) {
    ObjectNode tree = Mappers.json().valueToTree(object);
    tree.remove("spec");
    if (tree.get("status") instanceof ObjectNode status) {
      status.retain("conditions", "observedGeneration");
    }
    return tree;
  }

  private void write(Map<String, String> files) {
    try {
      Files.createDirectories(ROOT.resolve(kind));
      for (String stale : all().keySet()) {
        if (stale.startsWith(kind + "/")) {
          Files.delete(ROOT.resolve(stale));
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(ROOT.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node) {
    try {
      return Mappers.yaml().writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
