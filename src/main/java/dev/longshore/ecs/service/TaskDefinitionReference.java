package dev.longshore.ecs.service;

import dev.longshore.core.Arns;
import java.util.OptionalInt;

/**
 * A service's {@code taskDefinition}: a family, {@code family:revision}, or the ARN of either.
 *
 * @param family ECS name of the family
 * @param revision the pinned number; empty follows the newest ACTIVE revision
 */
record TaskDefinitionReference(String family, OptionalInt revision) {

  static TaskDefinitionReference parse(String text) {
    String name = Arns.resource(text, "task-definition").orElse(text);
    int colon = name.lastIndexOf(':');
    if (colon < 0) {
      return new TaskDefinitionReference(name, OptionalInt.empty());
    }
    String number = name.substring(colon + 1);
    return number.matches("[1-9][0-9]{0,8}")
        ? new TaskDefinitionReference(
            name.substring(0, colon), OptionalInt.of(Integer.parseInt(number)))
        : new TaskDefinitionReference(name, OptionalInt.empty());
  }
}
