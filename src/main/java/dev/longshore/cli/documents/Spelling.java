package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** CloudFormation spells members in PascalCase; the ECS API, and Longshore, in camelCase. */
final class Spelling {
  /** Members whose keys are the user's own words. */
  private static final Set<String> MAPS =
      Set.of("dockerLabels", "options", "driverOpts", "labels", "hookDetails");

  private static final Pattern CAPITALS = Pattern.compile("^(FSx|[A-Z]+(?=[A-Z][a-z])|[A-Z])");

  /** Every member that was read under another name, in the order of the document. */
  private final Map<String, String> read = new LinkedHashMap<>();

  /** The value with ECS's member names, if its own members begin with capitals. */
  JsonNode ofEcs(JsonNode value) {
    return isPascal(value) ? camel(value) : value;
  }

  /** One warning for all members that were spelt otherwise. */
  List<Warning> warnings() {
    return read.entrySet().stream()
        .findFirst()
        .map(
            it ->
                new Warning(
                    it.getKey(),
                    "'%s' is read as '%s'%s: members that begin with a capital are taken in the ECS API's spelling"
                        .formatted(it.getKey(), it.getValue(), others())))
        .stream()
        .toList();
  }

  private String others() {
    return read.size() == 1 ? "" : " and " + (read.size() - 1) + " more names alike";
  }

  private static boolean isPascal(JsonNode value) {
    return value.isObject()
        && !value.has("apiVersion")
        && value.properties().stream().anyMatch(it -> startsWithCapital(it.getKey()));
  }

  private static boolean startsWithCapital(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }

  private JsonNode camel(JsonNode value) {
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

  private ObjectNode members(ObjectNode object) {
    ObjectNode result = Mappers.json().createObjectNode();
    object
        .properties()
        .forEach(
            member -> {
              String name = name(member.getKey());
              if (!name.equals(member.getKey())) {
                read.putIfAbsent(member.getKey(), name);
              }
              result.set(name, MAPS.contains(name) ? member.getValue() : camel(member.getValue()));
            });
    return result;
  }

  private static String name(String pascal) {
    return CAPITALS.matcher(pascal).replaceFirst(it -> it.group().toLowerCase(Locale.ROOT));
  }
}
