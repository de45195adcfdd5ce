package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Types, required members, enumerations and ranges of every member, from the table of members. */
final class ShapeCheck implements Check {
  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    structure(definition, "", "", errors);
    return errors;
  }

  private static void structure(
      JsonNode object, String structure, String path, List<ValidationError> errors) {
    Members.of(structure)
        .values()
        .forEach(
            member -> {
              String here = path.isEmpty() ? member.name() : path + "." + member.name();
              JsonNode value = object.get(member.name());
              if (value != null) {
                value(member, value, here, errors);
              } else if (member.required()) {
                errors.add(new ValidationError(here, missing(member)));
              }
            });
  }

  private static void value(
      Member member, JsonNode value, String path, List<ValidationError> errors) {
    if (!hasType(member, value)) {
      errors.add(ValidationError.wrongType(path, value, member.type().words()));
      return;
    }
    switch (member.type()) {
      case STRUCTURE -> structure(value, member.inner(), path, errors);
      case STRUCTURES, STRINGS, INTEGERS -> elements(member, value, path, errors);
      case MAP -> entries(value, path, errors);
      default -> limits(member, value, path, errors);
    }
  }

  private static void elements(
      Member member, JsonNode list, String path, List<ValidationError> errors) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = list.get(i);
      String here = path + "[" + i + "]";
      boolean right =
          switch (member.type()) {
            case STRUCTURES -> element.isObject();
            case INTEGERS -> element.isInt();
            default -> element.isTextual();
          };
      if (!right) {
        String expected = member.type().words().replaceFirst("list of (.*)s$", "$1");
        errors.add(ValidationError.wrongType(here, element, expected));
      } else if (member.type() == Member.Type.STRUCTURES) {
        structure(element, member.inner(), here, errors);
      } else {
        limits(member, element, here, errors);
      }
    }
  }

  private static void entries(JsonNode map, String path, List<ValidationError> errors) {
    map.properties()
        .forEach(
            entry -> {
              String here = path + "." + entry.getKey();
              if (!entry.getValue().isTextual()) {
                errors.add(ValidationError.wrongType(here, entry.getValue(), "string"));
              }
            });
  }

  private static void limits(
      Member member, JsonNode value, String path, List<ValidationError> errors) {
    if (!member.limits().isEmpty() && !member.limits().contains(value.asText())) {
      String message =
          "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s";
      errors.add(
          new ValidationError(path, message.formatted(value.asText(), path, member.limits())));
    }
    boolean outside =
        value.isInt() && (value.asLong() < member.minimum() || value.asLong() > member.maximum());
    if (outside) {
      String message =
          "Value '%s' at '%s' failed to satisfy constraint: Member must be between %d and %d";
      errors.add(
          new ValidationError(
              path, message.formatted(value, path, member.minimum(), member.maximum())));
    }
  }

  private static boolean hasType(Member member, JsonNode value) {
    return switch (member.type()) {
      case STRING, SIZE -> value.isTextual();
      case INTEGER -> value.isInt();
      case BOOLEAN -> value.isBoolean();
      case STRUCTURE, MAP, OPEN -> value.isObject();
      case STRUCTURES, STRINGS, INTEGERS -> value.isArray();
      case RESPONSE -> true;
    };
  }

  /** ECS says this of a container's name and image; the others are worded alike. */
  private static String missing(Member member) {
    String path = member.path().replace("[]", "");
    String[] steps = path.split("\\.");
    if (steps.length < 2) {
      return ValidationError.missing(member.name()).message();
    }
    return owner(steps[steps.length - 2]) + "." + member.name() + " should not be null or empty.";
  }

  private static String owner(String structure) {
    return switch (structure) {
      case "containerDefinitions" -> "Container";
      case "volumes" -> "Volume";
      default -> structure.substring(0, 1).toUpperCase(Locale.ROOT) + structure.substring(1);
    };
  }
}
