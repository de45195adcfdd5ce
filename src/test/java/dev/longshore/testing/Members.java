package dev.longshore.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes members out of documents by their paths, {@code containerDefinitions[].name}. */
public final class Members {
  private Members() {}

  /** Removes a member wherever it is; false when it is nowhere. */
  public static boolean remove(JsonNode node, String path) {
    int dot = path.indexOf('.');
    String step = dot < 0 ? path : path.substring(0, dot);
    String rest = dot < 0 ? "" : path.substring(dot + 1);
    String name = step.replace("[]", "");
    if (rest.isEmpty()) {
      return node instanceof ObjectNode object && object.remove(name) != null;
    }
    JsonNode next = node.path(name);
    if (!next.isArray()) {
      return remove(next, rest);
    }
    boolean removed = false;
    for (JsonNode element : next) {
      removed |= remove(element, rest);
    }
    return removed;
  }
}
