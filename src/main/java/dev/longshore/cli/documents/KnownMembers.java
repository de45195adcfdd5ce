package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.EditDistance;
import dev.longshore.ecs.taskdefinition.ValidationError;
import dev.longshore.ecs.taskdefinition.Warning;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Leaves out members that the ECS API does not have, by the records that mirror it, because the API
 * server refuses a whole object for one of them.
 */
final class KnownMembers {
  /**
   * A member that the ECS API does not have.
   *
   * @param guess what may have been meant; empty for nothing
   */
  private record Unknown(String path, String name, String guess) {
    static Unknown of(String path, String name, Set<String> known) {
      return new Unknown(
          path,
          name,
          EditDistance.nearest(name, known).map(it -> "; did you mean '" + it + "'?").orElse(""));
    }

    Warning leftOut() {
      return new Warning(path, told() + " and is left out" + guess);
    }

    ValidationError refused() {
      return new ValidationError(path, told() + guess);
    }

    private String told() {
      return "'" + name + "' is not a member of the ECS API";
    }
  }

  private final List<Unknown> unknown = new ArrayList<>();

  private KnownMembers() {}

  /** What was left out, each with its place; members that are null go without a word. */
  static List<Warning> keep(ObjectNode spec, Class<? extends Record> type) {
    return walked(spec, type).stream().map(Unknown::leftOut).toList();
  }

  /** The same where nothing may be left out, and the document stays as it is. */
  static List<ValidationError> check(ObjectNode spec, Class<? extends Record> type) {
    return walked(spec.deepCopy(), type).stream().map(Unknown::refused).toList();
  }

  private static List<Unknown> walked(ObjectNode spec, Class<? extends Record> type) {
    KnownMembers walk = new KnownMembers();
    walk.members(spec, type, "");
    return walk.unknown;
  }

  static Map<String, Type> of(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
  }

  private void members(ObjectNode object, Class<?> type, String path) {
    Map<String, Type> known = of(type);
    for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
      String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      Type expected = known.get(member.getKey());
      if (expected == null) {
        unknown.add(Unknown.of(here, member.getKey(), known.keySet()));
      }
      if (expected == null || member.getValue().isNull()) {
        object.remove(member.getKey());
      } else {
        value(member.getValue(), expected, here);
      }
    }
  }

  private void value(JsonNode value, Type type, String path) {
    if (type instanceof Class<?> record && record.isRecord() && value instanceof ObjectNode inner) {
      members(inner, record, path);
    } else if (type instanceof ParameterizedType list && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(value.get(i), list.getActualTypeArguments()[0], path + "[" + i + "]");
      }
    }
  }
}
