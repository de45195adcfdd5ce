package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedServiceTest {
  private static final String LIVE =
      "{serviceName: s, taskDefinition: 'web:1', desiredCount: 3, launchType: EC2}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {taskDefinition: 'web:1', desiredCount: 3, launchType: EC2}     | nothing changes | 0 | 0
          {taskDefinition: 'web:1', desiredCount: 5, launchType: EC2}     | no new deployment: 2 more tasks start | 2 | 0
          {taskDefinition: 'web:1', desiredCount: 1, launchType: EC2}     | no new deployment: 2 tasks stop | 0 | 2
          {taskDefinition: 'web:1', desiredCount: 3, launchType: EC2, enableExecuteCommand: true} | no new deployment, and no task is started or stopped | 0 | 0
          {taskDefinition: 'web:2', desiredCount: 4, launchType: EC2}     | a new deployment: 4 tasks of web:2 start, 3 that run now stop | 4 | 3
          {taskDefinition: web, desiredCount: 3, launchType: EC2}         | a new deployment: 3 tasks of web:2 start, 3 that run now stop | 3 | 3
          {taskDefinition: 'web:1', desiredCount: 3, launchType: FARGATE} | a new deployment: 3 tasks of web:1 start, 3 that run now stop | 3 | 3
          """)
  void tellsTheTasksThatComeAndGo(String spec, String outcome, int start, int stop)
      throws JsonProcessingException {
    Service planned = service(spec.replace("{", "{serviceName: s, "));

    PlannedService plan = PlannedService.of(Optional.of(service(LIVE)), planned, revisions());

    assertThat(plan.outcome()).isEqualTo(outcome);
    assertThat(plan.tasksToStart()).isEqualTo(start);
    assertThat(plan.tasksToStop()).isEqualTo(stop);
    assertThat(plan.changes().isEmpty()).isEqualTo(outcome.equals("nothing changes"));
    assertThat(plan.obstacle()).isEmpty();
  }

  @Test
  void whatIsNewIsCreated() throws JsonProcessingException {
    assertThat(PlannedService.of(Optional.empty(), service(LIVE), revisions()).lines())
        .contains("service s: created: 3 tasks of web:1 start", "  + taskDefinition: \"web:1\"");
  }

  @Test
  void whatDeployWouldBeRefusedForIsTheOutcome() throws JsonProcessingException {
    Service planned = service("{serviceName: s, taskDefinition: 'web:2'}");

    PlannedService plan =
        PlannedService.of(Optional.of(service(LIVE)), planned, revisions()).stoppedBy("No room.");

    assertThat(plan.obstacle()).isEqualTo("No room.");
    assertThat(plan.lines()).first().isEqualTo("service s: deploy would be refused: No room.");
    assertThat(plan.tasksToStop()).isZero();
    assertThat(plan.changes()).isNotEmpty();
  }

  private static Service service(String spec) throws JsonProcessingException {
    return Mappers.yaml()
        .readValue(
            "{metadata: {name: s, namespace: n}, spec: %s, status: {runningCount: 3}}"
                .formatted(spec),
            Service.class);
  }

  private static List<TaskDefinitionRevision> revisions() throws JsonProcessingException {
    return List.of(revision(1), revision(2));
  }

  private static TaskDefinitionRevision revision(int number) throws JsonProcessingException {
    return Mappers.yaml()
        .readValue(
            "{metadata: {name: web-%d}, spec: {family: web, revision: %d}}"
                .formatted(number, number),
            TaskDefinitionRevision.class);
  }
}
