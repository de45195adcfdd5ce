package dev.longshore.ecs.fidelity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Asks a custom resource definition which members of the ECS API its spec has.
 *
 * @param definition the CustomResourceDefinition as it is checked in
 */
public record Schema(JsonNode definition) {
  private static final String SPEC =
      "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties";

  /** Whether the path of a rule is a member of the schema. */
  public boolean has(String path) {
    JsonNode members = definition.at(SPEC);
    JsonNode found = members;
    for (String step : path.split("\\.")) {
      boolean list = step.endsWith("[]");
      found = members.path(list ? step.substring(0, step.length() - 2) : step);
      members = (list ? found.path("items") : found).path("properties");
    }
    return !found.isMissingNode();
  }
}
