package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Digest;
import dev.longshore.core.Mappers;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a RegisterTaskDefinition request into the form ECS stores, so that documents that mean the
 * same have the same bytes and register no second revision.
 */
public final class Normalizer {
  private static final int HASH_LENGTH = 16;

  private Normalizer() {}

  /** The stored form; what has a wrong type is kept as it is, for {@link Validation} to name. */
  public static Normalized normalize(JsonNode spec) {
    List<Warning> warnings = new ArrayList<>();
    ObjectNode definition = new Reader(warnings).definition(spec);
    Defaults.fill(definition);
    ObjectNode sorted = Mappers.json().createObjectNode();
    sorted.setAll(Sorting.sorted(definition));
    return new Normalized(sorted, warnings);
  }

  /** Identifies the content of a normalised definition. */
  public static String hash(ObjectNode definition) {
    return Digest.of(Mappers.canonical(definition)).hex(HASH_LENGTH);
  }
}
