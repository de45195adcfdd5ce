package dev.longshore.cli.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a file and the values in it: JSON, or YAML by the file's suffix; {@code -} is the
 * standard input, whose first character tells.
 */
record Source(Path file) {
  /** How the parser says where something began, with a word on what it does not show. */
  private static final String OPENED = "\\(start marker at \\[.*line: (\\d+), column: (\\d+)\\]\\)";

  private static final Path STDIN = Path.of("-");

  private static final String MARK = "\uFEFF";

  List<JsonNode> values() {
    String text = text();
    try {
      return isYaml(text) ? YamlTree.all(text) : List.of(json().readTree(text));
    } catch (JsonProcessingException e) {
      throw new UnreadableDocument(place(e) + ": " + sentence(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UnreadableDocument(file + ": cannot be read (" + e.getMessage() + ").");
    }
  }

  private String text() {
    if (!file.equals(STDIN)) {
      refuseAbsent();
    }
    String text = content();
    if (text.startsWith(MARK)) {
      throw new UnreadableDocument(
          file + ":1:1: begins with a byte order mark; save it as UTF-8 without one.");
    }
    if (text.isBlank()) {
      throw new UnreadableDocument(file + ": is empty; an ECS document was expected.");
    }
    return text;
  }

  private void refuseAbsent() {
    if (Files.isDirectory(file)) {
      throw new UnreadableDocument(file + ": is a directory; name the files in it.");
    }
    if (!Files.exists(file)) {
      throw new UnreadableDocument(file + ": there is no such file.");
    }
  }

  private String content() {
    try {
      return file.equals(STDIN)
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new UnreadableDocument(file + ": is not UTF-8 text.");
    } catch (IOException e) {
      throw new UnreadableDocument(file + ": cannot be read (" + e.getMessage() + ").");
    }
  }

  private boolean isYaml(String text) {
    if (file.equals(STDIN)) {
      return !"{[".contains(text.strip().substring(0, 1));
    }
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static ObjectReader json() {
    return Mappers.json()
        .readerFor(JsonNode.class)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  private String place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? file.toString()
        : file + ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  private static String sentence(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("does not parse")
        .replaceAll("\\(code \\d+\\)", "")
        .replaceAll(OPENED, "(opened in line $1, column $2)");
  }
}
