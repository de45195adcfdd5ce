package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.ecs.taskdefinition.ValidationError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds values of another type than their member's, before the API server refuses the object. */
public final class MemberTypes {
  /** ECS writes these sizes as texts, and people as numbers, too. */
  private static final Set<String> SIZES = Set.of("cpu", "memory");

  private final List<ValidationError> errors = new ArrayList<>();

  private MemberTypes() {}

  /** Each value that its member cannot hold, with its place. */
  public static List<ValidationError> check(JsonNode spec, Class<? extends Record> type) {
    MemberTypes walk = new MemberTypes();
    walk.members(spec, type, "");
    return List.copyOf(walk.errors);
  }

  private void members(JsonNode object, Class<?> type, String path) {
    Map<String, Type> known = KnownMembers.of(type);
    object
        .properties()
        .forEach(
            member -> {
              Type expected = known.get(member.getKey());
              boolean size = SIZES.contains(member.getKey()) && member.getValue().isNumber();
              if (expected != null && !size) {
                value(
                    member.getValue(),
                    expected,
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey());
              }
            });
  }

  private void value(JsonNode value, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      elements(value, generic, path);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      if (expect(value.isObject(), value, path, "object")) {
        members(value, plain, path);
      }
    } else if (type == String.class) {
      expect(value.isTextual(), value, path, "string");
    } else if (type == Integer.class && value.isIntegralNumber()) {
      range(value, path);
    } else if (type == Integer.class) {
      expect(value.isInt(), value, path, "integer");
    } else if (type == Boolean.class) {
      expect(value.isBoolean(), value, path, "boolean");
    } else if (type == Double.class) {
      expect(value.isNumber(), value, path, "number");
    }
  }

  private void elements(JsonNode value, ParameterizedType generic, String path) {
    if (generic.getRawType() != List.class) {
      expect(value.isObject(), value, path, "object");
    } else if (expect(value.isArray(), value, path, "list")) {
      for (int i = 0; i < value.size(); i++) {
        value(value.get(i), generic.getActualTypeArguments()[0], path + "[" + i + "]");
      }
    }
  }

  private void range(JsonNode value, String path) {
    if (!value.canConvertToInt()) {
      errors.add(ValidationError.outOfRange(path, value));
    }
  }

  private boolean expect(boolean right, JsonNode value, String path, String type) {
    if (!right) {
      errors.add(ValidationError.wrongType(path, value, type));
    }
    return right;
  }
}
