package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** CloudFormation spells members in PascalCase; the ECS API, and Longshore, in camelCase. */
final class Spelling {
  /** Members whose keys are the user's own words. */
  private static final Set<String> MAPS =
      Set.of("dockerLabels", "options", "driverOpts", "labels", "hookDetails");

  private static final Pattern CAPITALS = Pattern.compile("^(FSx|[A-Z]+(?=[A-Z][a-z])|[A-Z])");

  private Spelling() {}

  /** The value with ECS's member names, when its own first member begins with a capital. */
  static JsonNode ofEcs(JsonNode value) {
    return isPascal(value) ? camel(value) : value;
  }

  private static boolean isPascal(JsonNode value) {
    return value.isObject()
        && !value.isEmpty()
        && Character.isUpperCase(value.fieldNames().next().charAt(0));
  }

  private static JsonNode camel(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> members(object);
      case ArrayNode array -> {
        ArrayNode result = Mappers.json().createArrayNode();
        array.forEach(element -> result.add(camel(element)));
        yield result;
      }
      default -> value;
    };
  }

  private static ObjectNode members(ObjectNode object) {
    ObjectNode result = Mappers.json().createObjectNode();
    object
        .properties()
        .forEach(
            member -> {
              String name = name(member.getKey());
              result.set(name, MAPS.contains(name) ? member.getValue() : camel(member.getValue()));
            });
    return result;
  }

  private static String name(String pascal) {
    return CAPITALS.matcher(pascal).replaceFirst(it -> it.group().toLowerCase(Locale.ROOT));
  }
}
