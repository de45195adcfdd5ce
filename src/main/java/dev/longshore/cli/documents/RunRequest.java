package dev.longshore.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.ecs.taskdefinition.ValidationError;
import dev.longshore.ecs.taskdefinition.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request of RunTask read from a file: ECS's own JSON in any of its spellings, or our Task.
 *
 * @param objectName name of the custom resource; empty when the file is ECS's
 * @param warnings members that the ECS API does not have
 */
public record RunRequest(ObjectNode spec, String objectName, List<Warning> warnings) {
  public RunRequest {
    warnings = List.copyOf(warnings);
  }

  /** The same request of another task definition, such as the revision that its family means. */
  public RunRequest of(String taskDefinition) {
    return new RunRequest(
        spec.deepCopy().put("taskDefinition", taskDefinition), objectName, warnings);
  }

  /** What the ECS API does not have of overrides: a task without them would be another one. */
  public static List<ValidationError> unknown(ObjectNode overrides) {
    return KnownMembers.check(overrides, TaskOverride.class);
  }

  /** Every request of the file, at least one; {@link UnreadableDocument} otherwise. */
  public static List<RunRequest> read(Path file) {
    return new Source(file).values().stream().map(value -> of(file, value)).toList();
  }

  private static RunRequest of(Path file, JsonNode value) {
    Spelling spelling = new Spelling();
    JsonNode read = spelling.ofEcs(value);
    boolean ours = read.path("kind").asText().equals("Task");
    if (!((ours ? read.path("spec") : read) instanceof ObjectNode spec)
        || !spec.has("taskDefinition")
        || spec.has("containerDefinitions")) {
      throw new UnreadableDocument(
          file
              + ": no request of RunTask (no taskDefinition); register a task definition with"
              + " `longshore register` and run its family.");
    }
    return new RunRequest(
        spec,
        ours ? read.at("/metadata/name").asText() : "",
        Stream.concat(
                spelling.warnings().stream(), KnownMembers.keep(spec, TaskSpec.class).stream())
            .toList());
  }
}
