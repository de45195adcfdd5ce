package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What checks ask of a normalised definition. */
final class Definition {
  private Definition() {}

  /** A container with its place. */
  record Container(String path, JsonNode node) {
    String name() {
      return node.path("name").asText();
    }

    ValidationError error(String member, String message) {
      return new ValidationError(path + "." + member, message);
    }
  }

  static List<Container> containers(JsonNode definition) {
    List<Container> containers = new ArrayList<>();
    JsonNode list = definition.path("containerDefinitions");
    for (int i = 0; i < list.size(); i++) {
      containers.add(new Container("containerDefinitions[" + i + "]", list.get(i)));
    }
    return containers;
  }

  static boolean isFargate(JsonNode definition) {
    return texts(definition.path("requiresCompatibilities")).contains("FARGATE");
  }

  static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
