package dev.longshore.cli.sarif;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The line on which each member of a file begins, whatever wrapper and spelling the file has; none
 * for a file of several documents, in which a path means more than one member.
 */
record MemberLines(Map<String, Integer> lines) {
  private static final List<String> WRAPPERS =
      List.of("", "spec.", "taskdefinition.", "service.", "services[0].");

  MemberLines {
    lines = Map.copyOf(lines);
  }

  static MemberLines of(Path file) {
    String name = file.toString();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser =
        (yaml ? Mappers.yaml() : Mappers.json()).createParser(Files.readString(file))) {
      int documents = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean root = parser.getParsingContext().getParent() != null;
        documents += token == JsonToken.START_OBJECT && depth(parser) == 1 ? 1 : 0;
        if (root && (token == JsonToken.FIELD_NAME || token.isStructStart())) {
          lines.putIfAbsent(path(parser), parser.currentTokenLocation().getLineNr());
        }
      }
      return new MemberLines(documents > 1 ? Map.of() : lines);
    } catch (IOException e) {
      return new MemberLines(Map.of());
    }
  }

  /** The member's line, else that of the nearest member around it. */
  OptionalInt of(String member) {
    String path = member.toLowerCase(Locale.ROOT);
    while (!path.isEmpty()) {
      String wanted = path;
      OptionalInt line =
          WRAPPERS.stream()
              .map(it -> lines.get(it + wanted))
              .filter(Objects::nonNull)
              .mapToInt(it -> it)
              .findFirst();
      if (line.isPresent()) {
        return line;
      }
      path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
    return OptionalInt.empty();
  }

  private static int depth(JsonParser parser) {
    return (int) above(parser.getParsingContext()).filter(it -> !it.inRoot()).count();
  }

  /** Names in lower case: CloudFormation begins them with a capital. */
  private static String path(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext it : above(parser.getParsingContext()).toList().reversed()) {
      if (it.inArray() && it.hasCurrentIndex()) {
        path.append('[').append(it.getCurrentIndex()).append(']');
      } else if (it.inObject() && it.getCurrentName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(it.getCurrentName());
      }
    }
    return path.toString().toLowerCase(Locale.ROOT);
  }

  private static Stream<JsonStreamContext> above(JsonStreamContext context) {
    return Stream.iterate(context, Objects::nonNull, JsonStreamContext::getParent);
  }
}
