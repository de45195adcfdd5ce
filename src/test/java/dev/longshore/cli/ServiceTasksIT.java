package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.cli.Launch.Result;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the verbs about tasks say of one that a service started. */
class ServiceTasksIT extends OperatedNamespace {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void aTaskOfAServiceIsDescribed() throws IOException {
    services.deployed("single", 1);
    String id = task("single").path("taskId").asText();

    Result running = longshore.run("task", id, "-o", "json");
    Result well = longshore.run("why", "task/" + id);
    JsonNode task = Mappers.json().readTree(running.output()).at("/tasks/0");
    assertThat(task.path("taskArn").asText()).endsWith("/" + id);
    assertThat(task.path("group").asText()).isEqualTo("service:single");
    assertThat(task.path("lastStatus").asText()).isEqualTo("RUNNING");
    assertThat(task.path("desiredStatus").asText()).isEqualTo("RUNNING");
    assertThat(task.at("/containers/0/name").asText()).isEqualTo("app");
    assertThat(task.at("/containers/0/lastStatus").asText()).isEqualTo("RUNNING");
    assertThat(well.code()).as(well.output()).isZero();
  }

  @Test
  void aTaskOfAServiceIsStoppedAndStillKnown() throws IOException {
    services.deployed("stopped", 1);
    String id = task("stopped").path("taskId").asText();
    String pod = task("stopped").path("podName").asText();
    hold(pod, List.of("example.com/seen"));

    Result stop = longshore.run("stop", id, "--reason", "tired");
    JsonNode stopping = await().atMost(LONG).until(() -> described(id), it -> recorded(it));
    hold(pod, List.of());
    JsonNode gone = await().atMost(LONG).until(() -> described(id), it -> !it.has("clusterArn"));
    Result why = longshore.run("why", "task/" + id);

    assertThat(stop.code()).as(stop.error()).isZero();
    assertThat(stop.error()).contains("--reason is not kept");
    assertThat(stopping.path("desiredStatus").asText()).isEqualTo("STOPPED");
    assertThat(gone.path("lastStatus").asText()).isEqualTo("STOPPED");
    assertThat(gone.path("group").asText()).isEqualTo("service:stopped");
    assertThat(gone.path("taskDefinitionArn").asText()).endsWith("stopped:1");
    assertThat(why.code()).isEqualTo(1);
    assertThat(why.output()).contains(gone.path("stoppedReason").asText());
    assertThat(task("stopped").path("taskId").asText()).isNotEmpty().isNotEqualTo(id);
  }

  @Test
  void waitingEndsWhenThePodIsGone() throws IOException {
    services.deployed("waited", 1);
    String id = task("waited").path("taskId").asText();

    Result stop = longshore.run("stop", id, "--wait", "--timeout", "60s");

    assertThat(stop.code()).as(stop.error()).isZero();
    assertThat(stop.output()).contains(id);
    await().atMost(LONG).until(() -> !task("waited").path("taskId").asText(id).equals(id));
  }

  private static boolean recorded(JsonNode task) {
    return task.path("stoppedReason").asText().startsWith("Scaling activity");
  }

  private static JsonNode described(String id) throws IOException {
    Result result = longshore.run("task", id, "-o", "json");
    assertThat(result.code()).as(result.error()).isZero();
    return Mappers.json().readTree(result.output()).at("/tasks/0");
  }

  private static JsonNode task(String service) throws IOException {
    return Mappers.json()
        .readTree(longshore.run("tasks", service, "-o", "json").output())
        .at("/tasks/0");
  }

  /** Keeps a pod until somebody saw it stop: a simulated one goes at once. */
  private static void hold(String pod, List<String> finalizers) {
    CLUSTER
        .client()
        .pods()
        .inNamespace(longshore.namespace())
        .withName(pod)
        .edit(it -> it.edit().editMetadata().withFinalizers(finalizers).endMetadata().build());
  }
}
