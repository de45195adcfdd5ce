package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteObstaclesTest {
  @Test
  void onlyAnInactiveRevisionCanGo() {
    assertThat(obstacles("{}").of(revision("ACTIVE")))
        .hasValue(
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.");
  }

  @Test
  void whatADefinitionDeclaresWouldComeBack() {
    assertThat(obstacles("{latestRevision: 3}").of(revision("INACTIVE")))
        .hasValueSatisfying(it -> assertThat(it).startsWith("TaskDefinition/web declares it"));
    assertThat(obstacles("{latestRevision: 4}").of(revision("INACTIVE"))).isEmpty();
  }

  @Test
  void whatIsBeingDeletedMayBeAskedForAgain() {
    assertThat(obstacles("{}").of(revision("DELETED"))).isEmpty();
  }

  private static DeleteObstacles obstacles(String definitionStatus) {
    return new DeleteObstacles(
        List.of(
            read(
                "{metadata: {name: web}, spec: {family: web}, status: %s}"
                    .formatted(definitionStatus),
                TaskDefinition.class)));
  }

  private static TaskDefinitionRevision revision(String status) {
    return read(
        "{metadata: {name: web-3}, spec: {family: web, revision: 3, kubernetes: {desiredStatus: %s}}}"
            .formatted(status),
        TaskDefinitionRevision.class);
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return Mappers.yaml().readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
