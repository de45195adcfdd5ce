package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionUseTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {spec: {taskDefinition: "web:3"}}                                      | true
          {spec: {taskDefinition: "arn:aws:ecs:eu-west-1:1:task-definition/web:3"}} | true
          {spec: {taskDefinition: "web:31"}}                                     | false
          {spec: {taskDefinition: "web:4"}, status: {taskDefinition: "web:3"}}   | true
          {spec: {taskDefinition: web}}                                          | false
          {spec: {taskDefinition: web}, status: {deployments: [{taskDefinition: "web:3"}]}} | true
          {spec: {taskDefinition: web}, status: {serviceDeployments: [{taskDefinition: "web:3"}]}} | false
          """)
  void a_service_that_names_a_revision_or_has_a_deployment_of_it_keeps_it(
      String service, boolean kept) {
    assertThat(users(named("shop", service, Service.class)))
        .isEqualTo(kept ? List.of("service shop") : List.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {spec: {taskDefinition: "web:3"}}                                           | true
          {spec: {taskDefinition: web}}                                               | false
          {spec: {taskDefinition: "web:3"}, status: {lastStatus: STOPPED}}            | false
          {spec: {taskDefinition: "web:3"}, status: {lastStatus: PROVISIONING}}       | true
          {spec: {taskDefinition: web}, status: {lastStatus: RUNNING, taskDefinitionArn: "arn:aws:ecs:kubernetes:000000000000:task-definition/web:3"}} | true
          {spec: {taskDefinition: web}, status: {lastStatus: RUNNING, taskDefinitionArn: "arn:aws:ecs:kubernetes:000000000000:task-definition/web:4"}} | false
          """)
  void a_task_keeps_it_until_it_is_stopped(String task, boolean kept) {
    assertThat(users(named("job", task, Task.class)))
        .isEqualTo(kept ? List.of("task 0b1d") : List.of());
  }

  @ParameterizedTest(name = "{0} replicas, {1}")
  @CsvSource({
    "2, , true",
    "2, FAILED, true",
    "0, , true",
    "0, COMPLETED, true",
    "0, FAILED, false",
    "0, FAILED_ROLLED_BACK, false",
    "0, STOPPED, false"
  })
  void a_child_keeps_it_but_as_the_mark_of_a_failure(int replicas, String end, boolean kept) {
    String annotations =
        end == null ? "" : ", annotations: {ecs.longshore.dev/rollout-state: %s}".formatted(end);
    Deployment child =
        read(
            "{metadata: {name: c, labels: {ecs.longshore.dev/service: shop}%s}, spec: {replicas: %d}}"
                .formatted(annotations, replicas),
            Deployment.class);

    assertThat(users(child)).isEqualTo(kept ? List.of("service shop") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"Pending, true", "Running, true", "Succeeded, false", "Failed, false"})
  void a_pod_keeps_it_until_it_ended(String phase, boolean kept) {
    Pod pod =
        read(
            "{metadata: {name: p, labels: {ecs.longshore.dev/task: 0b1d}}, status: {phase: %s}}"
                .formatted(phase),
            Pod.class);

    assertThat(users(pod)).isEqualTo(kept ? List.of("task 0b1d") : List.of());
  }

  @Test
  void who_runs_it_is_told_once_and_before_who_only_names_it() {
    DaemonSet daemons =
        read(
            "{metadata: {name: d, labels: {ecs.longshore.dev/service: agents}}, spec: {}}",
            DaemonSet.class);
    Pod pod =
        read(
            "{metadata: {name: p, labels: {ecs.longshore.dev/service: agents}}, status: {phase: Running}}",
            Pod.class);
    Service idle = named("idle", "{spec: {taskDefinition: \"web:3\"}}", Service.class);

    assertThat(users(idle, daemons, pod)).containsExactly("service agents");
  }

  @Test
  void of_many_the_first_are_told() {
    assertThat(RevisionUse.sentence(List.of("service a"))).isEqualTo("in use by service a");
    assertThat(RevisionUse.sentence(List.of("service a", "service b", "task c")))
        .isEqualTo("in use by service a, service b, task c");
    assertThat(
            RevisionUse.sentence(List.of("service a", "service b", "task c", "task d", "task e")))
        .isEqualTo("in use by service a, service b, task c and 2 more");
  }

  /** What is asked for by labels is what the test gives: the labels are the API server's part. */
  private static List<String> users(HasMetadata... objects) {
    TaskDefinitionRevision revision =
        read("{spec: {family: web, revision: 3}}", TaskDefinitionRevision.class);
    return new RevisionUse(
            new RevisionUse.Source() {
              @Override
              public <T extends HasMetadata> List<T> list(
                  Class<T> type, Map<String, String> labels) {
                return Stream.of(objects).filter(type::isInstance).map(type::cast).toList();
              }
            })
        .users(revision);
  }

  private static <T extends HasMetadata> T named(String name, String yaml, Class<T> type) {
    T object = read(yaml, type);
    object.getMetadata().setName(name);
    object.getMetadata().setUid("0b-1d");
    return object;
  }

  private static <T> T read(String yaml, Class<T> type) {
    try {
      return Mappers.yaml().readValue(yaml, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
