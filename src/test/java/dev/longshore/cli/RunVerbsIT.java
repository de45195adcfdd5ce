package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.cli.Launch.Result;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What RunTask promises of its requests. */
class RunVerbsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();
  @TempDir static Path folder;

  private final String namespace = CLUSTER.freshNamespace();
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);
  private final Launch longshore = new Launch(CLUSTER.kubeconfig(), namespace);
  private final DeployedServices services = new DeployedServices(longshore, folder);

  @AfterEach
  void stop() {
    operator.close();
    CLUSTER.client().namespaces().withName(namespace).delete();
  }

  @Test
  void theSameRequestFindsItsTasksAndAnotherIsAConflict() throws IOException {
    services.register("batch", "example/batch:1");
    services.register("other", "example/other:1");
    String file =
        request("{\"taskDefinition\": \"batch\", \"clientToken\": \"Token_1\", \"count\": 2}");
    Result first = longshore.run("run", file);

    // When the family means another revision by now
    services.register("batch", "example/batch:2");
    Result again = longshore.run("run", file);
    Result more = longshore.run("run", file, "--count", "3");
    Result family =
        longshore.run(
            "run", request("{\"taskDefinition\": \"other\", \"clientToken\": \"Token_1\"}"));

    assertThat(first.code()).as(first.error()).isZero();
    assertThat(names(first)).hasSize(2).allMatch(it -> it.startsWith("run-token-1-"));
    assertThat(again.code()).as(again.error()).isZero();
    assertThat(names(again)).isEqualTo(names(first));
    for (Result conflict : new Result[] {more, family}) {
      assertThat(conflict.code()).isEqualTo(1);
      assertThat(conflict.error())
          .startsWith("ConflictException: clientToken: Token_1 is already in use")
          .containsPattern(
              "arn:aws:ecs:\\S+:task/default/\\w+, arn:aws:ecs:\\S+:task/default/\\w+\\.");
    }
    assertThat(tasks()).hasSize(2);
  }

  @Test
  void aRequestThatWasCutOffIsCompleted() throws IOException {
    services.register("batch", "example/batch:1");
    String file = request("{\"taskDefinition\": \"batch\", \"clientToken\": \"t\", \"count\": 2}");
    Result first = longshore.run("run", file);
    StandaloneTasks tasks = new StandaloneTasks(CLUSTER.client(), namespace);
    tasks.delete(tasks.named("run-t-1"));
    await().atMost(Duration.ofSeconds(60)).until(() -> job("run-t-1") == null);

    services.register("batch", "example/batch:2");
    Result again = longshore.run("run", file);

    assertThat(again.code()).as(again.error()).isZero();
    assertThat(names(again)).isEqualTo(names(first));
    assertThat(tasks.all())
        .extracting(it -> it.getSpec().taskDefinition())
        .containsExactly("batch:1", "batch:1");
  }

  @Test
  void nobodyWaitsForATaskThatIsGone() throws Exception {
    services.register("batch", "example/batch:1");
    String file =
        request(
            "{\"taskDefinition\": \"batch\", \"clientToken\": \"gone\", \"overrides\":"
                + " {\"containerOverrides\": [{\"name\": \"app\", \"memory\": 1048576}]}}");
    // not in the common pool: the clients need its few threads
    CompletableFuture<Result> waiting =
        CompletableFuture.supplyAsync(
            () -> longshore.run("run", file, "--wait"), Thread::startVirtualThread);
    StandaloneTasks tasks = new StandaloneTasks(CLUSTER.client(), namespace);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tasks.find("run-gone").map(Task::getStatus).isPresent());
    // as long as it takes to have seen that
    Thread.sleep(2000);

    tasks.delete(tasks.named("run-gone"));

    Result result = waiting.get(60, TimeUnit.SECONDS);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).contains("run-gone is gone: it was deleted before it was seen");
  }

  @Test
  void whatIsRefusedLeavesNoneOfItsTasks() throws IOException {
    services.register("batch", "example/batch:1");

    Result result =
        longshore.run(
            "run",
            "batch",
            "--count",
            "3",
            "--overrides",
            "{\"containerOverrides\":[{\"name\":\"web\",\"cpu\":1}]}");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).contains("is not a container in the TaskDefinition");
    assertThat(tasks()).isEmpty();
  }

  private @Nullable Job job(String name) {
    return CLUSTER.client().batch().v1().jobs().inNamespace(namespace).withName(name).get();
  }

  private List<String> tasks() {
    return new StandaloneTasks(CLUSTER.client(), namespace)
        .all().stream().map(it -> it.getMetadata().getName()).toList();
  }

  private static List<String> names(Result result) {
    return result.output().lines().map(it -> it.split(" ")[0]).toList();
  }

  private String request(String json) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "request", ".json"), json).toString();
  }
}
