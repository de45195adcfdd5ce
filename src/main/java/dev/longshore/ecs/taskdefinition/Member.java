package dev.longshore.ecs.taskdefinition;

import java.util.List;

/**
 * One member of RegisterTaskDefinition: its path, the type it must have and the values ECS takes.
 *
 * @param limits legal values, or empty
 * @param minimum smallest legal number
 * @param maximum largest legal number
 */
record Member(
    String path, Type type, List<String> limits, long minimum, long maximum, boolean required) {
  /** Types of the API, plus sizes, response-only members and what is ours. */
  enum Type {
    STRING("string"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    SIZE("string"),
    STRUCTURE("structure"),
    STRUCTURES("list of structures"),
    STRINGS("list of strings"),
    INTEGERS("list of integers"),
    MAP("map of strings"),
    RESPONSE("response-only"),
    OPEN("structure");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** The type as an error message says it. */
    String words() {
      return words;
    }
  }

  Member {
    limits = List.copyOf(limits);
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path under which this member's own members are listed. */
  String inner() {
    return type == Type.STRUCTURES ? path + "[]" : path;
  }
}
