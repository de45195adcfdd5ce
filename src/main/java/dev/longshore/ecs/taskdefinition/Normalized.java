package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task definition as ECS stores it.
 *
 * @param definition canonical: equal meaning is equal bytes
 * @param warnings what was changed on the way, for the user
 */
public record Normalized(ObjectNode definition, List<Warning> warnings) {
  public Normalized {
    warnings = List.copyOf(warnings);
  }

  /** The same with further remarks. */
  Normalized with(List<Warning> remarks) {
    return new Normalized(definition, Stream.concat(warnings.stream(), remarks.stream()).toList());
  }
}
