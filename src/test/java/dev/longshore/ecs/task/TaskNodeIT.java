package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealNode;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.TaintBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole statuses of tasks whose containers really run, end and fail. */
class TaskNodeIT {
  private static final String EXITED = "Essential container in task exited";

  /** Ends on SIGTERM with 143, as a program without a handler does; PID 1 ignores it otherwise. */
  private static final String OBEDIENT = "trap 'exit 143' TERM; sleep 600 & wait";

  @RegisterExtension static final RealNode NODE = new RealNode();

  private final TaskScene scene = new TaskScene(NODE.client(), NODE.freshNamespace());
  private final RunningOperator operator = RunningOperator.in(NODE, scene.namespace());

  @BeforeAll
  static void image() {
    NODE.importImage(RealNode.busybox());
  }

  @AfterEach
  void stop() {
    operator.close();
    NODE.client().namespaces().withName(scene.namespace()).delete();
  }

  @Test
  void exitCode0() {
    run("exit 0");

    assertThat(told()).isEqualTo(ended(EXITED, "app STOPPED 0 null"));
    assertThat(scene.ready()).isEqualTo("True EssentialContainerExited: " + EXITED);
  }

  @Test
  void exitCode3() {
    run("exit 3");

    assertThat(told()).isEqualTo(ended(EXITED, "app STOPPED 3 null"));
    assertThat(scene.ready())
        .isEqualTo("False EssentialContainerExited: " + EXITED + " (exit code of app 3)");
  }

  @Test
  void anEssentialContainerTakesTheOthersWithIt() {
    register(container("web", OBEDIENT, true), container("job", "sleep 2; exit 4", true));
    scene.task("taskDefinition: shell");

    assertThat(told()).isEqualTo(ended(EXITED, "web STOPPED 143 null", "job STOPPED 4 null"));
  }

  @Test
  void aContainerThatIsNotEssentialEndsAlone() {
    register(container("web", "sleep 6; exit 0", true), container("init", "exit 9", false));
    scene.task("taskDefinition: shell");
    scene.eventually(
        () -> {
          WholeStatus.of(scene).running("UNKNOWN");
          assertThat(scene.status().containers().get(1).exitCode()).isEqualTo(9);
        });

    assertThat(told()).isEqualTo(ended(EXITED, "web STOPPED 0 null", "init STOPPED 9 null"));
  }

  @Test
  void stopTaskWithAReason() {
    run(OBEDIENT);
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));
    WholeStatus.of(scene).running("UNKNOWN");

    scene.stop("no longer needed");

    assertThat(told())
        .isEqualTo(new Told("UserInitiated", "no longer needed", List.of("app STOPPED 143 null")));
  }

  @Test
  void aProgramThatIgnoresSigtermIsKilledAfterItsTimeout() {
    register(
        container("app", "trap '' TERM; while true; do sleep 1; done", true, "stopTimeout: 2"));
    scene.task("taskDefinition: shell");
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    scene.stop("enough");

    assertThat(told())
        .isEqualTo(new Told("UserInitiated", "enough", List.of("app STOPPED 137 null")));
  }

  @Test
  void aMissingImage() {
    scene.register("shell", "image: localhost/none:1", "memory: 32");
    scene.task("taskDefinition: shell");

    Told told = told();
    assertThat(told.stopCode()).isEqualTo("TaskFailedToStart");
    assertThat(told.stoppedReason()).startsWith("CannotPullContainerError: ").contains("none:1");
    assertThat(told.containers()).isEqualTo(List.of("app STOPPED null " + told.stoppedReason()));
  }

  @Test
  void aCommandThatDoesNotExist() {
    scene.register(
        "shell", "image: " + RealNode.busybox().name(), "memory: 32", "entryPoint: [/bin/none]");
    scene.task("taskDefinition: shell");

    Told told = told();
    assertThat(told.stopCode()).isEqualTo("TaskFailedToStart");
    assertThat(told.stoppedReason())
        .startsWith("CannotStartContainerError: ")
        .contains("/bin/none");
    assertThat(told.containers()).isEqualTo(List.of("app STOPPED null " + told.stoppedReason()));
  }

  @Test
  void aMissingSecret() {
    scene.register(
        "shell",
        "image: " + RealNode.busybox().name(),
        "memory: 32",
        "secrets: [{name: TOKEN, valueFrom: \"k8s:secret/nobody#token\"}]");
    scene.task("taskDefinition: shell");

    Told told = told();
    assertThat(told.stopCode()).isEqualTo("TaskFailedToStart");
    assertThat(told.stoppedReason()).startsWith("ResourceInitializationError: ").contains("nobody");
    assertThat(told.containers()).isEqualTo(List.of("app STOPPED null " + told.stoppedReason()));
  }

  @Test
  void outOfMemory() {
    register(container("app", "x=a; while true; do x=$x$x; done", true));
    scene.task("taskDefinition: shell");

    Told told = told();
    assertThat(told)
        .isEqualTo(
            ended(
                EXITED, "app STOPPED 137 OutOfMemoryError: Container killed due to memory usage"));
  }

  @Test
  void aPodThatSomebodyDeletes() {
    run(OBEDIENT);
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    NODE.client().resource(scene.pods().getFirst()).delete();

    assertThat(told())
        .isEqualTo(
            new Told(
                "UserInitiated",
                "Task stopped: its pod was deleted",
                List.of("app STOPPED 143 null")));
  }

  @Test
  void aTaskThatTurnsUnhealthyIsNotStopped() {
    register(
        container(
            "app",
            OBEDIENT,
            true,
            "healthCheck: {command: [CMD-SHELL, \"exit 1\"], interval: 5, retries: 1}"));
    scene.task("taskDefinition: shell");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    scene.eventually(() -> assertThat(scene.status().healthStatus()).isEqualTo("UNHEALTHY"));
    WholeStatus.of(scene).running("UNHEALTHY");
    assertThat(scene.status().containers().getFirst().healthStatus()).isEqualTo("UNHEALTHY");
  }

  @Test
  void aPodThatIsEvicted() {
    run(OBEDIENT);
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    Pod pod = scene.pods().getFirst();
    NODE.client()
        .pods()
        .inNamespace(scene.namespace())
        .withName(pod.getMetadata().getName())
        .evict();

    assertThat(told())
        .isEqualTo(
            new Told(
                "TerminationNotice",
                "Task was evicted from host " + pod.getSpec().getNodeName(),
                List.of("app STOPPED 143 null")));
  }

  @Test
  void aNodeThatIsIll() {
    run(OBEDIENT);
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));
    String node = scene.pods().getFirst().getSpec().getNodeName();
    taint(node, List.of(new TaintBuilder().withKey("ill").withEffect("NoExecute").build()));

    try {
      assertThat(told())
          .isEqualTo(
              new Told(
                  "InfrastructureHealth",
                  "Host EC2 (instance %s) stopped/terminated.".formatted(node),
                  List.of("app STOPPED 143 null")));
    } finally {
      taint(node, List.of());
    }
  }

  @Test
  void aPodThatIsDeletedByForce() {
    run(OBEDIENT);
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("RUNNING"));

    NODE.client().resource(scene.pods().getFirst()).withGracePeriod(0).delete();

    Told told = told();
    assertThat(told.stopCode()).isEqualTo("UserInitiated");
    assertThat(told.stoppedReason()).isEqualTo("Task stopped: its pod was deleted");
    // nobody waits for the containers then
    assertThat(told.containers())
        .singleElement()
        .asString()
        .matches("app STOPPED (null|137|143) null");
  }

  private static void taint(String node, List<Taint> taints) {
    NODE.client()
        .nodes()
        .withName(node)
        .edit(it -> it.edit().editSpec().withTaints(taints).endSpec().build());
  }

  @Test
  void overridesReachTheProcess() {
    register(container("app", "exit 1", true));
    scene.task(
        "taskDefinition: shell",
        "overrides:",
        "  containerOverrides:",
        "  - name: app",
        "    command: [-c, \"exit $CODE\"]",
        "    environment: [{name: CODE, value: \"7\"}]");

    assertThat(told()).isEqualTo(ended(EXITED, "app STOPPED 7 null"));
  }

  /** What a stopped task tells, but for times and ids, which {@link #told} checks by themselves. */
  private record Told(String stopCode, String stoppedReason, List<String> containers) {}

  private static Told ended(String reason, String... containers) {
    return new Told("EssentialContainerExited", reason, List.of(containers));
  }

  private void run(String script) {
    register(container("app", script, true));
    scene.task("taskDefinition: shell");
  }

  private void register(String... containers) {
    scene.apply("TaskDefinition", "shell", "containerDefinitions:", String.join("\n", containers));
  }

  private static String container(String name, String script, boolean essential, String... more) {
    return """
    - name: %s
      image: %s
      memory: 32
      essential: %s
      entryPoint: [/bin/sh]
      command: [-c, "%s"]
    """
            .formatted(name, RealNode.busybox().name(), essential, script)
        + String.join("", List.of(more).stream().map(line -> "  " + line + "\n").toList());
  }

  /** Waits for the end and checks that the whole status agrees with itself. */
  private Told told() {
    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    WholeStatus.of(scene).stopped("UNKNOWN");
    return new Told(
        scene.status().stopCode(),
        scene.status().stoppedReason(),
        scene.status().containers().stream()
            .map(
                it ->
                    "%s %s %s %s".formatted(it.name(), it.lastStatus(), it.exitCode(), it.reason()))
            .toList());
  }
}
