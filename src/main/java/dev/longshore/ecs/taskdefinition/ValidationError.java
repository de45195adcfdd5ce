package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Why a task definition is refused.
 *
 * @param path the field with its indexes, {@code containerDefinitions[0].image}
 * @param message the sentence ECS gives where it is known, else value, reason and remedy
 */
public record ValidationError(String path, String message) {
  /** A member of the request itself that ECS cannot do without. */
  public static ValidationError missing(String member) {
    return new ValidationError(member, "Missing required parameter in input: \"" + member + "\"");
  }

  /** A number that no member of type integer holds, in the words of AWS's own clients. */
  public static ValidationError outOfRange(String path, JsonNode value) {
    String bound =
        value.bigIntegerValue().signum() < 0
            ? "min value: " + Integer.MIN_VALUE
            : "max value: " + Integer.MAX_VALUE;
    return new ValidationError(
        path,
        "Invalid value for parameter %s, value: %s, valid %s"
            .formatted(path, value.asText(), bound));
  }

  /** A value of another type than the member has, in the words of AWS's own clients. */
  public static ValidationError wrongType(String path, JsonNode value, String expected) {
    String given = value.getNodeType().name().toLowerCase(Locale.ROOT);
    String shown = value.isContainerNode() ? "" : ", value: " + value.asText();
    return new ValidationError(
        path,
        "Invalid type for parameter %s%s, type: %s, valid types: %s"
            .formatted(path, shown, given.equals("array") ? "list" : given, expected));
  }
}
