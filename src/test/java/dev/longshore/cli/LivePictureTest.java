package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Mappers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LivePictureTest {
  private final StringWriter text = new StringWriter();

  @Test
  void aTerminalIsDrawnOverWithTheNewsAbove() {
    LivePicture live = new LivePicture(new PrintWriter(text), true, 20);

    live.draw(List.of("started"), () -> List.of("1/2 running", "a line of more than twenty"));
    live.draw(List.of(), () -> List.of("1/2 running", "a line of more than twenty"));
    live.draw(List.of("done"), () -> List.of("2/2 running"));

    assertThat(text.toString().lines())
        .containsExactly(
            "started",
            "1/2 running",
            "a line of more than",
            "\u001b[2A\u001b[Jdone",
            "2/2 running");
  }

  @Test
  void aFileGetsTheNewsAlone() {
    LivePicture live = new LivePicture(new PrintWriter(text), false, 80);

    live.draw(List.of("started"), LivePictureTest::nobodyLooks);
    live.draw(List.of("done"), LivePictureTest::nobodyLooks);

    assertThat(text.toString().lines()).containsExactly("started", "done");
  }

  @Test
  void aPictureTellsBothDeploymentsAndTheirFailures() throws JsonProcessingException {
    ServiceStatus status =
        Mappers.yaml()
            .readValue(
                """
                deployments:
                - {id: ecs-svc/2, status: PRIMARY, taskDefinition: "web:2", desiredCount: 4, runningCount: 1,
                   pendingCount: 2, failedTasks: 1}
                - {id: ecs-svc/1, status: ACTIVE, taskDefinition: "web:1", desiredCount: 3, runningCount: 3}
                serviceDeployments:
                - deploymentId: ecs-svc/2
                  lifecycleStage: SCALE_UP
                  deploymentCircuitBreaker: {status: MONITORING, failureCount: 1, threshold: 3}
                """,
                ServiceStatus.class);

    assertThat(new DeploymentPicture(status, List.of(), 80).lines())
        .containsExactly(
            "  PRIMARY web:2      [##........] 1/4 running, 2 pending, failed 1/3  SCALE_UP",
            "  ACTIVE  web:1      [##########] 3/3 running, 0 pending, failed 0");
  }

  @Test
  void eachDeploymentHasItsNewestTasksAndTheLastEventComesLast() throws JsonProcessingException {
    List<Task> tasks =
        Stream.concat(
                Stream.of(task(90, "2", "PROVISIONING", ""), task(91, "2", "RUNNING", "n1")),
                IntStream.range(0, 11).mapToObj(i -> task(i, "1", "RUNNING", "n2")))
            .toList();

    List<String> lines =
        picture(
            """
            deployments: [{id: ecs-svc/2, status: PRIMARY, taskDefinition: "web:2"}, {id: ecs-svc/1, status: ACTIVE, taskDefinition: "web:1"}]
            events: [{id: b, message: has started 2 tasks.}, {id: a, message: older}]
            """,
            tasks);

    assertThat(lines).hasSize(14).allMatch(it -> it.length() < 80);
    assertThat(lines.subList(1, 5))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .isEqualTo("    task " + "0".repeat(30) + "90  PROVISIONING  no node yet"),
            it -> assertThat(it).isEqualTo("    task " + "0".repeat(30) + "91  RUNNING       n1"),
            it -> assertThat(it).startsWith("  ACTIVE  web:1"),
            it -> assertThat(it).startsWith("    task " + "0".repeat(31) + "0  RUNNING"));
    assertThat(lines.subList(12, 14))
        .containsExactly("    .. 3 more", "  last event: has started 2 tasks.");
  }

  @Test
  void aLongFamilyHidesNoCount() throws JsonProcessingException {
    String deployment =
        "deployments: [{id: ecs-svc/2, status: PRIMARY, taskDefinition: '%s:12', desiredCount: 40,"
            + " runningCount: 10, failedTasks: 2}]";

    assertThat(picture(deployment.formatted("payments-service-prod")))
        .containsExactly("  PRIMARY payments-service-prod:12 10/40 running, 0 pending, failed 2");
    assertThat(picture(deployment.formatted("payments".repeat(5))))
        .containsExactly(
            "  PRIMARY paymentspaymentspaymentspayme..:12 10/40 running, 0 pending, failed 2")
        .allMatch(it -> it.length() < 80);
  }

  private static List<String> picture(String status) throws JsonProcessingException {
    return picture(status, List.of());
  }

  private static List<String> picture(String status, List<Task> tasks)
      throws JsonProcessingException {
    return new DeploymentPicture(Mappers.yaml().readValue(status, ServiceStatus.class), tasks, 80)
        .lines();
  }

  private static Task task(int number, String deployment, String status, String node) {
    String id = "%032d".formatted(number);
    return new Task(id, "", status, "service:web", "web:1", deployment, "", node, "p");
  }

  private static List<String> nobodyLooks() {
    throw new AssertionError("a picture that nobody sees costs requests");
  }
}
