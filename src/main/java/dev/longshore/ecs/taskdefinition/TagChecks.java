package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Limits of {@code tags}, of whatever ECS tags: 50, keys of 128 and values of 256 characters. */
public final class TagChecks {
  private static final int MOST = 50;
  private static final int KEY = 128;
  private static final int VALUE = 256;

  private TagChecks() {}

  /** What ECS refuses of the tags of a request. */
  public static List<Problem> of(List<Tag> tags) {
    return errors(Mappers.json().valueToTree(tags)).stream()
        .map(it -> new Problem("InvalidParameterException", it.path() + ": " + it.message()))
        .toList();
  }

  static List<ValidationError> errors(JsonNode tags) {
    List<ValidationError> errors = new ArrayList<>();
    if (tags.size() > MOST) {
      errors.add(new ValidationError("tags", "At most 50 tags; this has " + tags.size() + "."));
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      String path = "tags[" + i + "]";
      errors.addAll(key(path + ".key", tags.get(i).path("key").asText(), keys));
      if (tags.get(i).path("value").asText().length() > VALUE) {
        errors.add(new ValidationError(path + ".value", "A tag value has at most 256 characters."));
      }
    }
    return errors;
  }

  private static List<ValidationError> key(String path, String key, Set<String> before) {
    List<ValidationError> errors = new ArrayList<>();
    if (key.isEmpty() || key.length() > KEY) {
      errors.add(new ValidationError(path, "A tag key has 1 to 128 characters."));
    }
    if (!before.add(key)) {
      errors.add(new ValidationError(path, "Tag key '" + key + "' is used twice."));
    }
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      errors.add(new ValidationError(path, "Tag keys starting with 'aws:' are reserved."));
    }
    return errors;
  }
}
