package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Quotas of a task definition, at least one essential container. */
final class LimitChecks implements Check {
  private static final int CONTAINERS = 10;
  private static final int BYTES = 64 * 1024;
  private static final int CONSTRAINTS = 10;

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    List<Container> containers = Definition.containers(definition);
    if (containers.isEmpty()) {
      errors.add(error("Container list cannot be empty."));
      return errors;
    }
    if (containers.size() > CONTAINERS) {
      errors.add(
          error(
              "A task definition has at most 10 containers; this has " + containers.size() + "."));
    }
    if (containers.stream().noneMatch(c -> c.node().path("essential").asBoolean(true))) {
      errors.add(
          error("A task definition must have at least one essential container; set essential."));
    }
    int bytes = definition.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > BYTES) {
      String message = "Actual length: '%d'. Max allowed length is '%d' bytes.";
      errors.add(new ValidationError("", message.formatted(bytes, BYTES)));
    }
    placement(definition, errors);
    errors.addAll(TagChecks.errors(definition.path("tags")));
    return errors;
  }

  private static void placement(ObjectNode definition, List<ValidationError> errors) {
    int constraints = definition.path("placementConstraints").size();
    if (constraints > CONSTRAINTS) {
      errors.add(
          new ValidationError(
              "placementConstraints",
              "At most 10 placement constraints; this has " + constraints + "."));
    }
  }

  private static ValidationError error(String message) {
    return new ValidationError("containerDefinitions", message);
  }
}
