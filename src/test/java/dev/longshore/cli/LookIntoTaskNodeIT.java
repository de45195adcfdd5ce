package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** logs and exec against containers that really run. */
class LookIntoTaskNodeIT {
  @RegisterExtension static final RealNode NODE = new RealNode();

  private final String namespace = NODE.freshNamespace();
  private final RunningOperator operator = RunningOperator.in(NODE, namespace);
  private final Verbs verbs = new Verbs(NODE.kubeconfig(), namespace);

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
  void logsAreThoseOfEachContainerOrOfOne() {
    register(
        "echo one; echo two; sleep 600",
        "  - {name: side, image: %s, memory: 32, command: [/bin/sh, -c, echo aside; sleep 600]}");
    service(2);
    eventually(() -> assertThat(logs("web").lines()).hasSize(6));

    assertThat(logs("service/web", "-c", "app").lines())
        .allMatch(it -> it.matches("web-\\S+/app  (one|two)"))
        .hasSize(4);
    String task = verbs.run("tasks", "web").output().lines().skip(1).findFirst().orElseThrow();
    String id = task.split(" ")[0];
    assertThat(logs(id, "-c", "app", "--tail", "1")).isEqualTo("two\n");
    assertThat(logs("task/" + id, "-c", "side")).isEqualTo("aside\n");

    Verbs.Result unknown = verbs.run("logs", id, "-c", "db");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.errors()).contains("db is no container of the task; it has app, side.");
  }

  @Test
  void logsFollowUntilTheTaskEndsAndStayAfterwards() {
    register("echo begins; sleep 3; echo ends", "");
    String task = verbs.run("run", "web").output().split(" ")[0];
    eventually(() -> assertThat(verbs.run("logs", task).output()).isEqualTo("begins\n"));

    assertThat(verbs.run("logs", task, "-f").output()).isEqualTo("begins\nends\n");

    eventually(() -> assertThat(verbs.run("task", task).output()).contains("STOPPED"));
    assertThat(verbs.run("logs", task).output()).isEqualTo("begins\nends\n");
  }

  @Test
  void execEndsWithTheCodeOfItsCommand() {
    register("sleep 600", "");
    service(1);
    eventually(() -> assertThat(verbs.run("exec", "web", "/bin/echo").code()).isZero());

    assertThat(verbs.run("exec", "web", "--", "/bin/sh", "-c", "exit 7").code()).isEqualTo(7);
    Verbs.Result missing = verbs.run("exec", "web", "/no/such/command");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.errors()).contains("/no/such/command");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(verbs.run("logs", "web").errors()).contains("no Task web in namespace");
    assertThat(verbs.run("exec", "task/web", "/bin/echo").errors())
        .contains("no Task web in namespace");
  }

  private String logs(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "logs";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return verbs.run(all).output();
  }

  private void register(String script, String more) {
    apply(
        """
        apiVersion: ecs.longshore.dev/v1
        kind: TaskDefinition
        metadata: {name: web}
        spec:
          containerDefinitions:
          - {name: app, image: %1$s, memory: 32, command: [/bin/sh, -c, "%2$s"]}
        %3$s
        """
            .formatted(
                RealNode.busybox().name(), script, more.formatted(RealNode.busybox().name())));
  }

  private void service(int tasks) {
    apply(
        """
        apiVersion: ecs.longshore.dev/v1
        kind: Service
        metadata: {name: web}
        spec: {taskDefinition: web, desiredCount: %d, kubernetes: {minReadySeconds: 1}}
        """
            .formatted(tasks));
  }

  private void apply(String yaml) {
    NODE.client().resource(yaml).inNamespace(namespace).serverSideApply();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(assertion);
  }
}
