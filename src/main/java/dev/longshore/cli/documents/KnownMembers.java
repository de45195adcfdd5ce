package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.ecs.taskdefinition.Warning;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds members that the ECS API does not have, by the records that mirror it. */
final class KnownMembers {
  private final List<Warning> warnings = new ArrayList<>();

  private KnownMembers() {}

  static List<Warning> check(JsonNode spec, Class<? extends Record> type) {
    KnownMembers walk = new KnownMembers();
    walk.members(spec, type, "");
    return walk.warnings;
  }

  private void members(JsonNode object, Class<?> type, String path) {
    Map<String, Type> known =
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
    object
        .properties()
        .forEach(
            member -> {
              String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
              Type expected = known.get(member.getKey());
              if (expected == null) {
                warnings.add(unknown(here, member.getKey(), known));
              } else {
                value(member.getValue(), expected, here);
              }
            });
  }

  private void value(JsonNode value, Type type, String path) {
    if (type instanceof Class<?> record && record.isRecord() && value.isObject()) {
      members(value, record, path);
    } else if (type instanceof ParameterizedType list && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(value.get(i), list.getActualTypeArguments()[0], path + "[" + i + "]");
      }
    }
  }

  private static Warning unknown(String path, String name, Map<String, Type> known) {
    String guess = nearest(name, known).map(it -> "; did you mean '" + it + "'?").orElse("");
    return new Warning(
        path, "'" + name + "' is not a member of the ECS API and is left out" + guess);
  }

  private static Optional<String> nearest(String name, Map<String, Type> known) {
    return known.keySet().stream()
        .filter(it -> EditDistance.between(it, name) <= EditDistance.NEAR)
        .min(
            Comparator.<String>comparingInt(it -> EditDistance.between(it, name))
                .thenComparing(Comparator.naturalOrder()));
  }
}
