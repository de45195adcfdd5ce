package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One named group of things ECS refuses; pure, and told only of well-typed definitions. */
@FunctionalInterface
interface Check {
  List<ValidationError> check(ObjectNode definition);
}
