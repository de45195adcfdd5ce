package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.List;

/** Members of a container that exclude one another or the network mode. */
final class ContainerChecks implements Check {
  private static final int EXIT_CODES = 50;
  private static final int FILES = 10;

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    String mode = definition.path("networkMode").asText();
    for (Container container : Definition.containers(definition)) {
      network(container, mode, errors);
      counts(container, errors);
      accelerators(container, errors);
    }
    return errors;
  }

  private static void network(Container container, String mode, List<ValidationError> errors) {
    if (container.node().has("links") && !mode.equals("bridge")) {
      errors.add(
          container.error("links", "Links are not supported when networkMode=" + mode + "."));
    }
    for (String member : List.of("hostname", "extraHosts")) {
      if (container.node().has(member) && mode.equals("awsvpc")) {
        errors.add(
            container.error(member, "'" + member + "' is not supported when networkMode=awsvpc."));
      }
    }
  }

  private static void counts(Container container, List<ValidationError> errors) {
    if (container.node().at("/restartPolicy/ignoredExitCodes").size() > EXIT_CODES) {
      errors.add(
          container.error(
              "restartPolicy.ignoredExitCodes", "At most 50 exit codes can be ignored."));
    }
    if (container.node().path("environmentFiles").size() > FILES) {
      errors.add(container.error("environmentFiles", "At most 10 environment files."));
    }
    if (container.node().path("credentialSpecs").size() > 1) {
      errors.add(container.error("credentialSpecs", "At most one credential specification."));
    }
  }

  private static void accelerators(Container container, List<ValidationError> errors) {
    JsonNode list = container.node().path("resourceRequirements");
    for (int i = 0; i < list.size(); i++) {
      boolean named = list.get(i).path("type").asText().equals("InferenceAccelerator");
      if (!named && !list.get(i).path("value").asText().matches("[1-9]\\d{0,3}")) {
        errors.add(
            container.error(
                "resourceRequirements[" + i + "].value",
                "The value of a resource requirement is a number of whole devices, 1 or more."));
      }
    }
  }
}
