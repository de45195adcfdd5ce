package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.Longshore;
import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionRevisionStatus;
import dev.longshore.core.Mappers;
import dev.longshore.operator.OperatorApp;
import dev.longshore.operator.OperatorConfig;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.RealCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every reading verb against a service that runs. */
class CliIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String DEFINITION =
      """
      apiVersion: ecs.longshore.dev/v1
      kind: TaskDefinition
      metadata: {name: web}
      spec:
        family: web
        containerDefinitions:
        - {name: app, image: example/web, memory: 64, portMappings: [{containerPort: 8080}]}
      """;
  private static final String SERVICE =
      """
      apiVersion: ecs.longshore.dev/v1
      kind: Service
      metadata: {name: web}
      spec: {taskDefinition: web, desiredCount: 2, kubernetes: {minReadySeconds: 1}}
      """;
  private static final String CLUSTER_OBJECT =
      """
      apiVersion: ecs.longshore.dev/v1
      kind: Cluster
      metadata: {name: cli-test}
      spec: {}
      """;

  @TempDir static Path folder;

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static String namespace = "";
  private static OperatorApp operator;

  @BeforeAll
  static void aServiceInASteadyState() {
    CustomResources.install(CLUSTER.client());
    namespace = CLUSTER.freshNamespace();
    OperatorConfig config =
        OperatorConfig.of(Map.of("LONGSHORE_NAMESPACES", namespace, "LONGSHORE_PORT", "0"));
    operator = new OperatorApp(config, CLUSTER.client(), Clock.systemUTC());
    operator.start();
    Stream.of(CLUSTER_OBJECT, DEFINITION, SERVICE)
        .forEach(it -> CLUSTER.client().resource(it).inNamespace(namespace).serverSideApply());
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(run("events", "web")).contains("reached a steady state"));
  }

  @AfterAll
  static void stop() {
    operator.stop();
    CLUSTER.client().namespaces().withName(namespace).delete();
  }

  @Test
  void servicesShowsTheCounts() {
    assertThat(run("services").lines().map(line -> line.split(" +")))
        .contains(new String[] {"web", "ACTIVE", "2", "2", "0", "web:1", "COMPLETED"});
  }

  @Test
  void tasksShowsWhereEachRuns() throws JsonProcessingException {
    JsonNode tasks = Mappers.json().readTree(run("tasks", "web", "-o", "json")).get("tasks");

    assertThat(tasks).hasSize(2);
    assertThat(tasks)
        .allSatisfy(
            task -> {
              assertThat(task.get("lastStatus").asText()).isEqualTo("RUNNING");
              assertThat(task.get("containerInstance").asText()).isNotEmpty();
              assertThat(task.get("taskDefinition").asText()).isEqualTo("web:1");
            });
  }

  @Test
  void revisionsShowsWhatBecomesOfTheFields() {
    assertThat(run("revisions", "web")).containsPattern("web +1 +ACTIVE .* exact");
    assertThat(run("revisions", "other").lines()).hasSize(1);
  }

  @Test
  void convertRegisterAndTheRevisionTellTheSame() throws IOException {
    String text =
        """
        {"family": "told", "networkMode": "bridge", "revision": 7, "containerDefinitions": [
          {"name": "app", "image": "example/web", "memory": 64, "privileged": false,
           "healthCheck": {"command": ["CMD-SHELL", "true"]},
           "portMappings": [{"containerPort": 8080}]}]}
        """;
    String file = Files.writeString(folder.resolve("told.json"), text).toString();
    Result converted = launch("convert", file, "-o", "json");
    JsonNode expected = Mappers.json().readTree(converted.output()).get("fidelity");

    JsonNode registered = Mappers.json().readTree(run("register", file, "-o", "json"));
    String again = run("register", file);

    FidelitySummary stored =
        await().atMost(LONG).until(() -> fidelity("told-1"), Optional::isPresent).orElseThrow();
    assertThat(registered.get("fidelity")).isEqualTo(expected);
    assertThat(Mappers.json().treeToValue(expected, FidelitySummary.class).toString())
        .isEqualTo(stored.toString().replace("note=null", "note="));
    assertThat(again).contains("told:1  (" + Cells.of(stored) + ")");
  }

  @Test
  void aFolderIsRegisteredFileByFile(@TempDir Path several) throws IOException {
    String text =
        "{\"family\": \"%s\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"i\"%s}]}";
    Files.writeString(several.resolve("1.json"), text.formatted("one", ""));
    Files.writeString(several.resolve("2.json"), text.formatted("two", ", \"memory\": 64"));
    Files.writeString(several.resolve("3.json"), "{");

    Result result = execute("register", several.toString(), "-n", namespace);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.output().lines().map(line -> line.split(" {2,}")[1]))
        .containsExactly("result", "refused", "two:1", "unreadable");
  }

  @Test
  void aFamilyOnTheCommandLineOverridesTheDocuments() {
    assertThat(run("register", "--family", "mine", "examples/web/task-definition.json"))
        .startsWith("mine:1  (");
  }

  private static Optional<FidelitySummary> fidelity(String revision) {
    return Optional.ofNullable(
            CLUSTER
                .client()
                .resources(TaskDefinitionRevision.class)
                .inNamespace(namespace)
                .withName(revision)
                .get())
        .map(TaskDefinitionRevision::getStatus)
        .map(TaskDefinitionRevisionStatus::fidelity);
  }

  @Test
  void treeShowsDeploymentsTasksAndEvents() {
    assertThat(run("tree", "web"))
        .contains("service web  ACTIVE  desired 2, running 2, pending 0")
        .contains("PRIMARY  web:1  COMPLETED")
        .contains("Service/web  ")
        .contains("fidelity of web:1  ")
        .containsPattern("`-- task [0-9a-f]{32}  RUNNING  ")
        .contains("`-- events");
  }

  @Test
  void aClusterNamesItsNamespace() {
    Result result = execute("services", "--cluster", "cli-test", "-o", "yaml");

    assertThat(result.output()).contains("serviceName: web");
  }

  @Test
  void aServiceThatIsNotThereIsRefused() {
    Result result = execute("events", "nothing", "-n", namespace);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error())
        .startsWith("Service not found: no Service named nothing in namespace " + namespace);
  }

  private static String run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-n";
    all[arguments.length + 1] = namespace;
    Result result = execute(all);
    assertThat(result.code()).as(result.error()).isZero();
    return result.output();
  }

  private static Result execute(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--kubeconfig";
    all[arguments.length + 1] = CLUSTER.kubeconfig().toString();
    return launch(all);
  }

  private static Result launch(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter error = new StringWriter();
    CommandLine line =
        Longshore.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(error));
    return new Result(line.execute(arguments), output.toString(), error.toString());
  }

  private record Result(int code, String output, String error) {}
}
