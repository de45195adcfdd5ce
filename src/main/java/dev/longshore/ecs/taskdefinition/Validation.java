package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What RegisterTaskDefinition refuses, as one table of pure checks. */
public final class Validation {
  private static final Check SHAPE = new ShapeCheck();
  private static final List<Check> CHECKS =
      List.of(
          new LimitChecks(),
          new NameChecks(),
          new SizeChecks(),
          new FargateChecks(),
          new ContainerChecks(),
          new PortChecks(),
          new DependencyChecks(),
          new VolumeChecks(),
          new StorageChecks());

  private Validation() {}

  /** Every reason to refuse the definition, as written or normalised; empty when ECS takes it. */
  public static List<ValidationError> check(JsonNode spec) {
    if (!spec.isObject()) {
      return List.of(new ValidationError("", "A task definition is a JSON object."));
    }
    ObjectNode definition = Normalizer.normalize(spec).definition();
    List<ValidationError> shape = SHAPE.check(definition);
    // the other checks rely on the types
    return shape.isEmpty()
        ? CHECKS.stream().flatMap(check -> check.check(definition).stream()).toList()
        : shape;
  }
}
