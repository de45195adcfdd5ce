package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The launch types a definition would be accepted for (API member {@code
 * TaskDefinition.compatibilities}): those whose rules it passes.
 */
final class Compatibilities {
  private Compatibilities() {}

  static List<String> of(ObjectNode content) {
    return Stream.of("EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES")
        .filter(type -> accepts(content, type))
        .toList();
  }

  private static boolean accepts(ObjectNode content, String type) {
    ObjectNode asked = content.deepCopy();
    asked.putArray("requiresCompatibilities").add(type);
    return Validation.check(asked).isEmpty();
  }
}
