package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.longshore.core.Mappers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a task definition member by member into the types of the API and says what it changed. */
final class Reader {
  /** Structures with a required member: written empty they are mistakes, not absences. */
  private static final Set<String> MEANT =
      Set.of(
          "healthCheck",
          "efsVolumeConfiguration",
          "s3filesVolumeConfiguration",
          "fsxWindowsFileServerVolumeConfiguration",
          "proxyConfiguration",
          "repositoryCredentials",
          "logConfiguration",
          "restartPolicy",
          "ephemeralStorage");

  /** A variable without a value is an empty one: nothing worth a warning. */
  private static final String EMPTY_VALUE = "containerDefinitions[].environment[].value";

  private final List<Warning> warnings;

  Reader(List<Warning> warnings) {
    this.warnings = warnings;
  }

  ObjectNode definition(JsonNode spec) {
    return structure(spec, "", "");
  }

  private ObjectNode structure(JsonNode object, String structure, String path) {
    ObjectNode result = Mappers.json().createObjectNode();
    Map<String, Member> members = Members.of(structure);
    object
        .properties()
        .forEach(
            entry -> {
              String here = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              Member member = members.get(entry.getKey());
              if (member == null) {
                unknown(structure, entry.getKey(), here);
              } else {
                member(member, entry.getValue(), here)
                    .ifPresent(value -> result.set(entry.getKey(), value));
              }
            });
    return result;
  }

  private void unknown(String structure, String name, String path) {
    String guess =
        Members.nearest(structure, name).map(known -> "; did you mean '" + known + "'?").orElse("");
    warn(path, "'" + name + "' is not a member of the ECS API and is left out" + guess);
  }

  private Optional<JsonNode> member(Member member, JsonNode value, String path) {
    if (member.type() == Member.Type.RESPONSE) {
      warn(path, "only ECS's responses have this member; it is left out");
      return Optional.empty();
    }
    if (isEmpty(value) && !(value.isObject() && MEANT.contains(member.name()))) {
      if (!member.path().equals(EMPTY_VALUE)) {
        warn(path, "empty, the same as absent; it is left out");
      }
      return Optional.empty();
    }
    JsonNode read = typed(member, value, path);
    boolean emptied = isEmpty(read) && !(read.isObject() && MEANT.contains(member.name()));
    return emptied ? Optional.empty() : Optional.of(read);
  }

  private JsonNode typed(Member member, JsonNode value, String path) {
    return switch (member.type()) {
      case STRING -> text(value, path);
      case SIZE -> size(member, value, path);
      case INTEGER -> integer(value, path);
      case BOOLEAN -> bool(value, path);
      case STRUCTURE -> value.isObject() ? structure(value, member.inner(), path) : value;
      case STRUCTURES, STRINGS, INTEGERS -> value.isArray() ? list(member, value, path) : value;
      case MAP -> value.isObject() ? map(value, path) : value;
      case RESPONSE, OPEN -> value;
    };
  }

  private ArrayNode list(Member member, JsonNode list, String path) {
    ArrayNode result = Mappers.json().createArrayNode();
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = list.get(i);
      String here = path + "[" + i + "]";
      if (element.isNull()) {
        warn(here, "null element; it is left out");
        continue;
      }
      result.add(
          switch (member.type()) {
            case STRUCTURES ->
                element.isObject() ? structure(element, member.inner(), here) : element;
            case INTEGERS -> integer(element, here);
            default -> text(element, here);
          });
    }
    return result;
  }

  private ObjectNode map(JsonNode map, String path) {
    ObjectNode result = Mappers.json().createObjectNode();
    map.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                result.set(entry.getKey(), text(entry.getValue(), path + "." + entry.getKey()));
              }
            });
    return result;
  }

  private JsonNode text(JsonNode value, String path) {
    if (!value.isNumber() && !value.isBoolean()) {
      return value;
    }
    warn(path, value.isNumber() ? "number read as a string" : "boolean read as a string");
    return TextNode.valueOf(value.asText());
  }

  private JsonNode integer(JsonNode value, String path) {
    if (value.isInt()) {
      return value;
    }
    try {
      if (value.isNumber() || value.isTextual()) {
        IntNode read = IntNode.valueOf(new BigDecimal(value.asText().strip()).intValueExact());
        warn(path, (value.isTextual() ? "string" : "decimal") + " read as the number " + read);
        return read;
      }
    } catch (ArithmeticException | NumberFormatException notAnInteger) {
      return value;
    }
    return value;
  }

  private JsonNode bool(JsonNode value, String path) {
    if (value.isTextual() && Set.of("true", "false").contains(value.asText())) {
      warn(path, "string read as the boolean " + value.asText());
      return BooleanNode.valueOf(value.asText().equals("true"));
    }
    return value;
  }

  private JsonNode size(Member member, JsonNode value, String path) {
    if (!value.isNumber() && !value.isTextual()) {
      return value;
    }
    String given = value.asText();
    Optional<String> read = member.name().equals("cpu") ? Sizes.cpu(given) : Sizes.memory(given);
    String stored = read.orElse(given);
    if (!stored.equals(given)) {
      warn(path, "'" + given + "' is stored as '" + stored + "'");
    }
    return TextNode.valueOf(stored);
  }

  private void warn(String path, String message) {
    warnings.add(new Warning(path, message));
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.asText().isEmpty();
  }
}
