package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** One order for what has none: keys of objects, and the lists that ECS treats as sets. */
final class Sorting {
  private static final List<String> SETS = List.of("requiresCompatibilities", "tags");

  private Sorting() {}

  static ObjectNode sorted(ObjectNode definition) {
    ObjectNode result = keys(definition);
    for (String set : SETS) {
      if (result.get(set) instanceof ArrayNode list) {
        ArrayNode ordered = Mappers.json().createArrayNode();
        StreamSupport.stream(list.spliterator(), false)
            .distinct()
            .sorted(Comparator.comparing(JsonNode::toString))
            .forEach(ordered::add);
        result.set(set, ordered);
      }
    }
    return result;
  }

  private static ObjectNode keys(ObjectNode object) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), any(member.getValue())));
    return Mappers.json().createObjectNode().setAll(members);
  }

  private static JsonNode any(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> keys(object);
      case ArrayNode array -> {
        ArrayNode result = Mappers.json().createArrayNode();
        array.forEach(element -> result.add(any(element)));
        yield result;
      }
      default -> node;
    };
  }
}
