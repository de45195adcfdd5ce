package dev.longshore.ecs.taskdefinition;

import dev.longshore.core.Arns;
import java.util.OptionalInt;

/**
 * A {@code taskDefinition} that is asked for: a family, {@code family:revision}, or the ARN of
 * either.
 *
 * @param family ECS name of the family
 * @param revision the pinned number; empty follows the newest ACTIVE revision
 */
public record TaskDefinitionReference(String family, OptionalInt revision) {

  public static TaskDefinitionReference parse(String text) {
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
