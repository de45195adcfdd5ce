package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionUsersTest {
  private static final String NOBODY = "{spec: {taskDefinition: web}}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {spec: {taskDefinition: "web:3"}}                                      | true
          {spec: {taskDefinition: "web:31"}}                                     | false
          {spec: {taskDefinition: "web:4"}, status: {taskDefinition: "web:3"}}   | true
          {spec: {taskDefinition: web}}                                          | false
          {spec: {taskDefinition: web}, status: {deployments: [{taskDefinition: "web:3"}]}} | true
          """)
  void aServiceThatNamesOrRunsARevisionKeepsIt(String service, boolean kept) {
    RevisionUsers users = users(service, List.of(), "{}");

    assertThat(users.obstacle(revision("INACTIVE")))
        .isEqualTo(
            kept
                ? Optional.of("in use by service shop; stop or move what uses it first.")
                : Optional.empty());
  }

  @Test
  void aTaskKeepsItUntilItIsStopped() {
    assertThat(users(NOBODY, List.of(task("RUNNING")), "{}").obstacle(revision("INACTIVE")))
        .hasValueSatisfying(it -> assertThat(it).startsWith("in use by task 1234 (family:web);"));
    assertThat(users(NOBODY, List.of(task("STOPPED")), "{}").obstacle(revision("INACTIVE")))
        .isEmpty();
  }

  @Test
  void onlyAnInactiveRevisionCanGo() {
    assertThat(users(NOBODY, List.of(), "{}").obstacle(revision("ACTIVE")))
        .hasValue(
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.");
  }

  @Test
  void whatADefinitionDeclaresWouldComeBack() {
    assertThat(users(NOBODY, List.of(), "{latestRevision: 3}").obstacle(revision("INACTIVE")))
        .hasValueSatisfying(it -> assertThat(it).startsWith("TaskDefinition/web declares it"));
    assertThat(users(NOBODY, List.of(), "{latestRevision: 4}").obstacle(revision("INACTIVE")))
        .isEmpty();
  }

  private static RevisionUsers users(String service, List<Task> tasks, String definitionStatus) {
    Service made = read(service, Service.class);
    made.getMetadata().setName("shop");
    TaskDefinition definition =
        read(
            "{metadata: {name: web}, spec: {family: web}, status: %s}".formatted(definitionStatus),
            TaskDefinition.class);
    return new RevisionUsers(List.of(made), tasks, List.of(definition));
  }

  private static TaskDefinitionRevision revision(String status) {
    return read(
        "{metadata: {name: web-3}, spec: {family: web, revision: 3, kubernetes: {desiredStatus: %s}}}"
            .formatted(status),
        TaskDefinitionRevision.class);
  }

  private static Task task(String lastStatus) {
    return new Task("1234", "", lastStatus, "family:web", "web:3", "", "", "", "");
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return Mappers.yaml().readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
