package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;

/** Task definitions of the tests: one that ECS takes, and changes to it. */
public final class Documents {
  private static final String VALID =
      """
      {"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
       "cpu": "512", "memory": "1024",
       "volumes": [{"name": "data"}],
       "containerDefinitions": [
         {"name": "app", "image": "app:1", "memory": 512,
          "portMappings": [{"containerPort": 80}],
          "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}]},
         {"name": "side", "image": "side:1", "essential": false}]}
      """;

  private static final String ON_INSTANCES =
      """
      {"family": "web", "networkMode": "bridge",
       "containerDefinitions": [
         {"name": "app", "image": "app:1", "memory": 512, "portMappings": [{"containerPort": 80}]},
         {"name": "side", "image": "side:1", "memory": 64, "essential": false}]}
      """;

  private Documents() {}

  public static ObjectNode fargate() {
    return (ObjectNode) json(VALID);
  }

  public static ObjectNode onInstances() {
    return (ObjectNode) json(ON_INSTANCES);
  }

  public static JsonNode json(String text) {
    try {
      return Mappers.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The document with another value at a place; {@code absent} removes what is there. */
  public static ObjectNode with(ObjectNode document, String pointer, String value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = document.at(at.head());
    JsonNode wanted = value.equals("absent") ? null : json(value);
    String name = at.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(name), wanted);
    } else if (wanted == null) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, wanted);
    }
    return document;
  }
}
