package dev.longshore.localcluster;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.Task;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A short life of the operator on a cluster of its own, in which the JVM notes for its AOT cache
 * what is loaded and which methods run often (JEP 514 and 515).
 *
 * @param cluster with simulated nodes
 * @param scratch for what the operator prints
 */
record Rehearsal(LocalCluster cluster, KubernetesClient client, Path scratch) {
  private static final Path DEFINITIONS = Path.of("crds");
  private static final String NAMESPACE = "rehearsal";
  private static final int SERVICES = 100;
  private static final int TASKS = 10;
  private static final Set<String> BEGUN = Set.of("RUNNING", "STOPPED");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String OBJECT =
      "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: "
          + NAMESPACE
          + "}\nspec: %s\n";

  /** A health check spares the wait until a task without one counts as healthy. */
  private static final String DEFINITION =
      "{containerDefinitions: [{name: app, image: 'example/web:%d', memory: 8,"
          + " portMappings: [{containerPort: 8080}], healthCheck: {command: [CMD-SHELL, 'true']}}]}";

  /**
   * Lets the operator live until its end.
   *
   * @param java the command that starts it, without the operator's own arguments
   * @param cache where the parts of a cluster are kept, or built first
   * @param scratch a directory for the cluster
   */
  static void of(List<String> java, Path cache, Path scratch) {
    LocalCluster cluster =
        new LocalCluster(ClusterOptions.in(scratch.resolve("cluster"), cache), System.err::println);
    try {
      cluster.up();
      try (KubernetesClient client = Clients.of(cluster.kubeconfig())) {
        new Rehearsal(cluster, client, scratch).play(java);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      cluster.down();
    }
  }

  private void play(List<String> java) throws IOException {
    define();
    Process operator = start(java);
    try {
      life(operator);
    } finally {
      end(operator);
    }
  }

  private void define() throws IOException {
    try (Stream<Path> files = Files.list(DEFINITIONS)) {
      files.filter(it -> it.toString().endsWith(".yaml")).sorted().forEach(this::apply);
    }
    await("the definitions", this::served);
    apply("apiVersion: v1\nkind: Namespace\nmetadata: {name: " + NAMESPACE + "}\n");
    apply("Cluster", "default", "{capacityProviders: [FARGATE, FARGATE_SPOT]}");
  }

  private void life(Process operator) {
    apply("TaskDefinition", "web", DEFINITION.formatted(1));
    IntStream.range(0, SERVICES)
        .forEach(
            number -> apply("Service", "web-" + number, "{taskDefinition: web, desiredCount: 1}"));
    await("its services", () -> alive(operator) && steady("web:1"));
    apply("TaskDefinition", "web", DEFINITION.formatted(2));
    await("the second revision", () -> alive(operator) && steady("web:2"));
    IntStream.range(0, TASKS)
        .forEach(number -> apply("Task", "task-" + number, "{taskDefinition: web}"));
    await("its tasks", () -> alive(operator) && begun());
  }

  private Process start(List<String> java) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("operator", "--kubeconfig=" + cluster.kubeconfig(), "--port=0"));
    ProcessBuilder operator =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("operator.log").toFile());
    operator
        .environment()
        .putAll(
            Map.of(
                "LONGSHORE_LEADER_ELECTION",
                "true",
                "POD_NAME",
                NAMESPACE,
                "POD_NAMESPACE",
                NAMESPACE));
    return operator.start();
  }

  private static void end(Process operator) {
    operator.destroy();
    try {
      if (!operator.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        operator.destroyForcibly();
      }
    } catch (InterruptedException e) {
      operator.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private boolean alive(Process operator) {
    if (operator.isAlive()) {
      return true;
    }
    throw new LocalClusterException(
        "The operator ended with exit code %d: %s"
            .formatted(operator.exitValue(), Tail.of(scratch.resolve("operator.log"), 10)));
  }

  private boolean served() {
    try {
      client.resources(Service.class).inAnyNamespace().list();
      client.resources(Task.class).inAnyNamespace().list();
      return true;
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }

  private boolean steady(String definition) {
    return client.resources(Service.class).inNamespace(NAMESPACE).list().getItems().stream()
        .map(Service::getStatus)
        .allMatch(it -> it != null && definition.equals(it.taskDefinition()) && ready(it));
  }

  private static boolean ready(ServiceStatus status) {
    return status.conditions().stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private boolean begun() {
    return client.resources(Task.class).inNamespace(NAMESPACE).list().getItems().stream()
        .allMatch(it -> it.getStatus() != null && BEGUN.contains(it.getStatus().lastStatus()));
  }

  private static void await(String what, BooleanSupplier condition) {
    if (!Waiting.until(PATIENCE, condition)) {
      throw new LocalClusterException(
          "The operator that was to fill the AOT cache did not bring about %s within %d s"
              .formatted(what, PATIENCE.toSeconds()));
    }
  }

  private void apply(Path file) {
    try {
      apply(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void apply(String kind, String name, String spec) {
    apply(OBJECT.formatted(kind, name, spec));
  }

  private void apply(String yaml) {
    HasMetadata object = Serialization.unmarshal(yaml);
    client.resource(object).serverSideApply();
  }
}
