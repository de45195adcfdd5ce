package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** run, stop and task against containers that really run. */
class TaskCliNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private final String namespace = NODE.freshNamespace();
  private final RunningOperator operator = RunningOperator.in(NODE, namespace);

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() {
    operator.close();
    NODE.client().namespaces().withName(namespace).delete();
  }

  @Test
  void runPrintsTheLogAndEndsWithTheContainersExitCode() {
    register("echo from $WHERE; exit 5");

    Verbs.Result result =
        execute(
            "run",
            "shell",
            "--overrides",
            "{\"containerOverrides\":[{\"name\":\"app\",\"environment\":[{\"name\":\"WHERE\",\"value\":\"here\"}]}]}",
            "--logs");

    assertThat(result.output()).contains("from here");
    assertThat(result.errors())
        .contains(
            "EssentialContainerExited: Essential container in task exited (exit code of app 5)");
    assertThat(result.code()).isEqualTo(5);
  }

  /** The other essential container is stopped then, with a code of its own. */
  @Test
  void theExitCodeIsThatOfTheContainerThatEndedTheTask() {
    String proxy = container("proxy", "trap 'exit 143' TERM; sleep 600 & wait");
    register("well", proxy, container("app", "sleep 3; exit 0"));
    register("fails", proxy, container("app", "sleep 3; exit 5"));

    Verbs.Result well = execute("run", "well", "--wait");
    Verbs.Result failed = execute("run", "fails", "--wait");

    assertThat(well.code()).as(well.errors()).isZero();
    assertThat(failed.code()).as(failed.errors()).isEqualTo(5);
    assertThat(new StandaloneTasks(NODE.client(), namespace).all())
        .extracting(it -> it.getStatus().endedBy())
        .containsExactly("app", "app");
  }

  @Test
  void countRunsSeveralAndWaitsForAll() throws IOException {
    register("exit 0");

    Verbs.Result result = execute("run", "shell", "--count", "3", "--wait", "-o", "json");

    JsonNode answer = Mappers.json().readTree(result.output());
    assertThat(result.code()).isZero();
    assertThat(answer.get("tasks")).hasSize(3);
    assertThat(answer.get("tasks"))
        .extracting(it -> it.get("taskArn").asText())
        .doesNotHaveDuplicates();
    assertThat(execute("tasks").output().lines().filter(it -> it.contains("STOPPED"))).hasSize(3);
  }

  @Test
  void numberedTasksAreTriedAgainAndFollowed() {
    register("echo number $AWS_BATCH_JOB_ARRAY_INDEX; exit 5");

    Verbs.Result result =
        execute("run", "shell", "--count", "2", "--indexed", "--retries", "1", "--logs");

    assertThat(result.output().lines().filter(it -> it.endsWith("number 0"))).hasSize(2);
    assertThat(result.output().lines().filter(it -> it.endsWith("number 1"))).hasSize(2);
    assertThat(result.code()).isEqualTo(5);
  }

  @Test
  void stopGivesItsReasonAndTaskDescribesIt() throws IOException {
    register("trap 'exit 143' TERM; sleep 600 & wait");
    String name = execute("run", "shell").output().split(" ")[0];

    assertThat(execute("stop", name, "--reason", "maintenance", "--wait").code()).isZero();

    JsonNode task =
        Mappers.json().readTree(execute("task", name, "-o", "json").output()).at("/tasks/0");
    assertThat(task.get("lastStatus").asText()).isEqualTo("STOPPED");
    assertThat(task.get("stopCode").asText()).isEqualTo("UserInitiated");
    assertThat(task.get("stoppedReason").asText()).isEqualTo("maintenance");
    String arn = task.get("taskArn").asText();
    assertThat(execute("task", arn).output())
        .contains("name: " + name, "stoppedReason: maintenance", "  app  STOPPED");
  }

  @Test
  void whatIsRefusedLeavesNoTask() {
    register("exit 0");

    Verbs.Result result =
        execute(
            "run",
            "shell",
            "--overrides",
            "{\"containerOverrides\":[{\"name\":\"web\",\"cpu\":1}]}");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errors())
        .contains("Override for container named web is not a container in the TaskDefinition.");
    assertThat(new StandaloneTasks(NODE.client(), namespace).all()).isEmpty();
  }

  private void register(String script) {
    register("shell", container("app", script));
  }

  private static String container(String name, String script) {
    return "  - {name: %s, image: %s, memory: 32, entryPoint: [/bin/sh], command: [-c, \"%s\"]}\n"
        .formatted(name, RealNode.busybox().name(), script);
  }

  private void register(String family, String... containers) {
    NODE.client()
        .resource(
            """
            apiVersion: ecs.longshore.dev/v1
            kind: TaskDefinition
            metadata: {name: %s}
            spec:
              containerDefinitions:
            %s
            """
                .formatted(family, String.join("", containers)))
        .inNamespace(namespace)
        .serverSideApply();
  }

  private Verbs.Result execute(String... arguments) {
    return new Verbs(NODE.kubeconfig(), namespace).run(arguments);
  }
}
