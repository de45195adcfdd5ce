package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Quotas of a task definition, at least one essential container, and tags. */
final class LimitChecks implements Check {
  private static final int CONTAINERS = 10;
  private static final int BYTES = 64 * 1024;
  private static final int CONSTRAINTS = 10;
  private static final int TAGS = 50;
  private static final int TAG_KEY = 128;
  private static final int TAG_VALUE = 256;

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
    tags(definition.path("tags"), errors);
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

  private static void tags(JsonNode tags, List<ValidationError> errors) {
    if (tags.size() > TAGS) {
      errors.add(new ValidationError("tags", "At most 50 tags; this has " + tags.size() + "."));
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      String key = tags.get(i).path("key").asText();
      if (key.isEmpty() || key.length() > TAG_KEY) {
        errors.add(
            new ValidationError("tags[" + i + "].key", "A tag key has 1 to 128 characters."));
      }
      if (!keys.add(key)) {
        errors.add(
            new ValidationError("tags[" + i + "].key", "Tag key '" + key + "' is used twice."));
      }
      if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
        errors.add(
            new ValidationError(
                "tags[" + i + "].key", "Tag keys starting with 'aws:' are reserved."));
      }
      if (tags.get(i).path("value").asText().length() > TAG_VALUE) {
        errors.add(
            new ValidationError(
                "tags[" + i + "].value", "A tag value has at most 256 characters."));
      }
    }
  }
}
