package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One tree over another: maps by key, lists whose elements have a name by that, others replaced.
 */
final class TemplateMerge {
  private static final Map<String, String> KEYS =
      Map.of(
          "containers", "name",
          "initContainers", "name",
          "volumes", "name",
          "env", "name",
          "ports", "containerPort");

  private TemplateMerge() {}

  /** The base with everything of the other; a null of the other removes. */
  static ObjectNode merge(ObjectNode base, JsonNode over) {
    ObjectNode merged = base.deepCopy();
    over.properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              JsonNode value = entry.getValue();
              JsonNode before = merged.get(name);
              if (value.isNull()) {
                merged.remove(name);
              } else if (before instanceof ObjectNode object && value.isObject()) {
                merged.set(name, merge(object, value));
              } else if (before instanceof ArrayNode list && KEYS.containsKey(name)) {
                merged.set(name, merge(list, value, KEYS.get(name)));
              } else {
                merged.set(name, value);
              }
            });
    return merged;
  }

  private static ArrayNode merge(ArrayNode base, JsonNode over, String key) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    base.forEach(element -> elements.put(element.path(key).asText(), element));
    over.forEach(
        element ->
            elements.merge(
                element.path(key).asText(),
                element,
                (before, after) ->
                    before instanceof ObjectNode object ? merge(object, after) : after));
    ArrayNode merged = Mappers.json().createArrayNode();
    elements.values().forEach(merged::add);
    return merged;
  }
}
