package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what was made with the {@code out-*} files of a directory, both ways: a file that
 * nothing was compared with fails too. {@code -Dlongshore.regenerate=true} writes the files
 * instead.
 */
public record Golden(Path directory) {
  private static final ObjectMapper YAML = Mappers.yaml();

  /** The directories below {@code src/test/resources/golden/<kind>}, one for each case. */
  public static Stream<Golden> cases(String kind) {
    try (Stream<Path> paths = Files.list(Path.of("src/test/resources/golden", kind))) {
      return paths.filter(Files::isDirectory).sorted().map(Golden::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The {@code in-*} files, by name. */
  public Map<String, JsonNode> inputs() {
    Map<String, JsonNode> inputs = new TreeMap<>();
    files("in-").forEach((name, path) -> inputs.put(name, read(path)));
    return inputs;
  }

  /**
   * Asserts that exactly these objects, by file name without {@code out-} and suffix, were made.
   */
  public void expect(Map<String, ?> made) {
    Map<String, JsonNode> actual = new TreeMap<>();
    made.forEach(
        (name, value) -> actual.put("out-" + name + ".yaml", Mappers.json().valueToTree(value)));
    if (Boolean.getBoolean("longshore.regenerate")) {
      write(actual);
    }
    Map<String, Path> expected = files("out-");
    assertThat(new TreeSet<>(actual.keySet())).as("files of %s", this).isEqualTo(expected.keySet());
    actual.forEach(
        (name, value) ->
            assertThat(text(value))
                .as("%s of %s", name, this)
                .isEqualTo(text(read(directory.resolve(name)))));
  }

  private Map<String, Path> files(String prefix) {
    try (Stream<Path> paths = Files.list(directory)) {
      Map<String, Path> found = new TreeMap<>();
      paths
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .forEach(path -> found.put(path.getFileName().toString(), path));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, JsonNode> actual) {
    try {
      for (Path stale : files("out-").values()) {
        Files.delete(stale);
      }
      for (Map.Entry<String, JsonNode> entry : actual.entrySet()) {
        Files.writeString(directory.resolve(entry.getKey()), text(entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node) {
    try {
      return YAML.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path path) {
    try {
      return YAML.readTree(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " does not parse", e);
    }
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
