package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.testing.RecordedStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Task definitions and revisions in each of their states; see docs/guides/gitops.md. */
class RecordedTaskDefinitionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:01:00Z"), ZoneOffset.UTC);
  private static final String SPEC =
      "family: web, containerDefinitions: [{name: app, image: example/web, memory: 64}]";

  @Test
  void theFilesAreWhatTheStatusCodeMakes() {
    new RecordedStates("taskdefinition")
        .expect(
            Map.of(
                "nobody looked yet", definition(),
                "is registered", seen(),
                "is refused", seen(new Problem("ClientException", "family: '#' is no name.")),
                "has the name of another",
                    seen(new Problem(Duplicates.REASON, "family: web is held by first."))));
    new RecordedStates("taskdefinitionrevision")
        .expect(
            Map.of(
                "is ACTIVE", revision("ACTIVE"),
                "is INACTIVE", revision("INACTIVE"),
                "is DELETE IN PROGRESS", revision("DELETED")));
  }

  private static TaskDefinition seen(Problem... problems) {
    TaskDefinition definition = definition();
    definition.setStatus(
        new TaskDefinitionStatuses(CLOCK)
            .of(definition, List.of(problems), Optional.of(revision("ACTIVE"))));
    return definition;
  }

  private static TaskDefinition definition() {
    return read(
        "{metadata: %s, spec: {%s}}".formatted(metadata("web"), SPEC), TaskDefinition.class);
  }

  private static TaskDefinitionRevision revision(String desired) {
    TaskDefinitionRevision revision =
        read(
            "{metadata: %s, spec: {%s, revision: 3, kubernetes: {desiredStatus: %s}}}"
                .formatted(metadata("web-3"), SPEC, desired),
            TaskDefinitionRevision.class);
    revision.setStatus(
        new TaskDefinitionRevisionStatuses(Registration.fields(), CLOCK)
            .of(revision, List.of("service web")));
    return revision;
  }

  private static String metadata(String name) {
    return "{name: %s, namespace: shop, generation: 1, creationTimestamp: '2026-01-01T00:00:00Z'}"
        .formatted(name);
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return Mappers.yaml().readValue(yaml, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
