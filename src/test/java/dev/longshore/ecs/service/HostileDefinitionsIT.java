package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.Documents;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions that want more than their author has: refused, or confined to the namespace. */
class HostileDefinitionsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the node's root | volumes: [{name: a, host: {sourcePath: /}}] | | sourcePath",
        "the node's system | volumes: [{name: a, host: {sourcePath: /var/lib/kubelet}}] | |"
            + " sourcePath",
        "a privileged container | | privileged: true | privileged",
        "the node's processes | pidMode: host | | pidMode",
        "the node's memory | ipcMode: host | | ipcMode",
        "a capability beyond the default | | 'linuxParameters: {capabilities: {add: [SYS_ADMIN]}}'"
            + " | SYS_ADMIN",
        "a path for a name | | 'name: ../../etc' | containerDefinitions[0].name",
        "a line break in a variable's name | | 'environment: [{name: \"A\\n"
            + "B\", value: x}]' | environment",
        "a secret above its namespace | | 'secrets: [{name: A, valueFrom: \"k8s:secret/../b#c\"}]'"
            + " | valueFrom",
        "a secret beside its namespace | | 'secrets: [{name: A, valueFrom:"
            + " \"k8s:secret/other/b#c\"}]' | valueFrom",
        "a reserved tag | 'tags: [{key: \"aws:a\", value: b}]' | | tags[0].key",
        "a tag that is too long | 'tags: [{key: a, value: %s}]' | | tags[0].value",
        "a pod template that leaves its network | 'kubernetes: {podTemplate: {spec: {hostNetwork:"
            + " true}}}' | | hostNetwork",
      })
  void areRefused(String what, @Nullable String member, @Nullable String container, String named) {
    String long300 = "x".repeat(300);
    String refusal = refusal(member == null ? null : member.replace("%s", long300), container);

    assertThat(refusal).as(what).contains(named);
    assertThat(scene.children()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a size that is none | cpu: banana | | cpu",
        "a query that nobody can read | 'placementConstraints: [{type: memberOf, expression:"
            + " \"attribute:a ==\"}]' | | placementConstraints[0].expression",
        "the name of a user | | user: nobody | containerDefinitions[0].user",
        "a secret beside its namespace | | 'secrets: [{name: A, valueFrom:"
            + " \"k8s:secret/other/b#c\"}]' | valueFrom",
        "a privileged container | | privileged: true | privileged",
        "the node's processes | pidMode: host | | pidMode",
        "the node's root | volumes: [{name: a, host: {sourcePath: /}}] | | sourcePath",
      })
  void areRefusedOfARevisionMadeByHand(
      String what, @Nullable String member, @Nullable String container, String named) {
    apply("TaskDefinitionRevision", 1, member, container);
    scene.service("taskDefinition: web:1", "desiredCount: 1");
    scene.apply("Task", "once", "  taskDefinition: web:1\n");

    eventually(() -> assertThat(condition("Ready", Service.class, "web")).as(what).contains(named));
    eventually(() -> assertThat(condition("Ready", Task.class, "once")).as(what).contains(named));
    assertThat(condition("Ready", TaskDefinitionRevision.class, "web-1")).as(what).contains(named);
    assertThat(scene.children()).isEmpty();
    assertThat(client.batch().v1().jobs().inNamespace(namespace).list().getItems()).isEmpty();
  }

  @Test
  void aRevisionMadeByHandIsReadAsEcsWouldStoreIt() {
    apply("TaskDefinitionRevision", 1, "cpu: \"1 vCPU\"", "");
    scene.service("taskDefinition: web:1", "desiredCount: 1");

    eventually(() -> assertThat(scene.children()).hasSize(1));
    PodSpec pod = scene.children().getFirst().getSpec().getTemplate().getSpec();
    assertThat(pod.getResources().getLimits().get("cpu").getAmount()).isEqualTo("1");
  }

  @Test
  void whatRunsGoesOnAndScalesBesideARevisionThatNobodyCanRun() {
    define("", "");
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.children()).hasSize(1));

    apply(
        "TaskDefinitionRevision",
        2,
        "placementConstraints: [{type: memberOf, expression: \"attribute:a ==\"}]",
        "");
    eventually(
        () ->
            assertThat(condition("Ready", Service.class, "web"))
                .contains("placementConstraints[0]"));
    scene.service("taskDefinition: web", "desiredCount: 2");

    eventually(
        () ->
            assertThat(scene.children())
                .singleElement()
                .satisfies(it -> assertThat(it.getSpec().getReplicas()).isEqualTo(2)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a file in no known place | environmentFiles: [{type: s3, value: prod.env}] |"
            + " environmentFiles",
        "a file beside its namespace | 'environmentFiles: [{type: s3, value:"
            + " \"k8s:secret/other/a\"}]' | environmentFiles",
        "a device that is gone | resourceRequirements: [{type: InferenceAccelerator, value: a}] |"
            + " resourceRequirements",
        "a line break in a variable's name | 'environment: [{name: \"A\\n"
            + "B\", value: x}]' | environment",
      })
  void areRefusedOfOverrides(String what, String override, String named) {
    define("", "");
    scene.apply(
        "Task",
        "once",
        """
          taskDefinition: web
          overrides: {containerOverrides: [{name: app, %s}]}
        """
            .formatted(override));

    eventually(() -> assertThat(condition("Ready", Task.class, "once")).as(what).contains(named));
    assertThat(client.batch().v1().jobs().inNamespace(namespace).list().getItems()).isEmpty();
  }

  @Test
  void labelsThatFillARevisionAreRefused() {
    String labels = "x".repeat(70_000);

    assertThat(refusal("", "dockerLabels: {a: " + labels + "}")).contains("65536");
  }

  @Test
  void labelsAndTagsThatJustFitReachTheTasksAsTheyAre() {
    String label = "x\\n\\\"y\\\": ".repeat(4_000);
    String tags =
        IntStream.range(0, 50)
            .mapToObj(i -> "{key: \"%s\", value: \"%s\"}".formatted(key(i), "v".repeat(256)))
            .collect(Collectors.joining(", "));
    define("tags: [" + tags + "]", "dockerLabels: {a: \"" + label + "\"}");
    scene.service("taskDefinition: web", "desiredCount: 1", "propagateTags: TASK_DEFINITION");

    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));

    Map<String, String> annotations = scene.tasks().getFirst().getMetadata().getAnnotations();
    assertThat(Documents.json(annotations.get(Labels.DOCKER_LABELS)).findValuesAsText("a"))
        .containsExactly("x\n\"y\": ".repeat(4_000));
    assertThat(annotations.get(Labels.TAGS)).contains(key(0), key(49), "v".repeat(256));
    assertThat(scene.tasks().getFirst().getMetadata().getLabels()).doesNotContainKeys("a", key(0));
  }

  /** The longest that a tag may have. */
  private static String key(int number) {
    return "k".repeat(126) + (10 + number);
  }

  @Test
  void whatIsOnlyTextStaysText() {
    define(
        "networkMode: host",
        "environment: [{name: A, value: \"x\\n- name: B\\n  value: y\"}, {name: C, value: $(A)}]");
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.children()).hasSize(1));

    PodSpec pod = scene.children().getFirst().getSpec().getTemplate().getSpec();
    assertThat(pod.getHostNetwork()).isNotEqualTo(true);
    assertThat(pod.getContainers().getFirst().getEnv())
        .extracting(it -> it.getName() + "=" + it.getValue())
        .containsExactly("A=x\n- name: B\n  value: y", "C=$$(A)");
  }

  @Test
  void aSecretOfAnotherAccountIsOneOfTheNamespaceOrNone() {
    define(
        "",
        "secrets: [{name: A, valueFrom:"
            + " \"arn:aws:secretsmanager:eu-west-1:999999999999:secret:kube-system/admin-AbCdEf\"}]");
    scene.service("taskDefinition: web", "desiredCount: 1");
    eventually(() -> assertThat(scene.children()).hasSize(1));

    PodSpec pod = scene.children().getFirst().getSpec().getTemplate().getSpec();
    assertThat(pod.getContainers().getFirst().getEnv())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getValueFrom().getSecretKeyRef().getName())
                    .isEqualTo("kube-system-admin"));
    assertThat(pod.getServiceAccountName()).isNull();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
  }

  /** What the API server or the operator says against the definition. */
  private String refusal(@Nullable String member, @Nullable String container) {
    try {
      define(member, container);
    } catch (KubernetesClientException e) {
      return String.valueOf(e.getMessage());
    }
    scene.service("taskDefinition: web", "desiredCount: 1");
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> condition("Stalled", TaskDefinition.class, "web"), it -> !it.isEmpty());
  }

  /** What a condition of an object says; nothing while it has none. */
  private String condition(String kind, Class<? extends HasMetadata> type, String name) {
    HasMetadata object = client.resources(type).inNamespace(namespace).withName(name).get();
    for (JsonNode condition :
        Mappers.json().<JsonNode>valueToTree(object).at("/status/conditions")) {
      if (condition.path("type").asText().equals(kind)) {
        return condition.path("message").asText();
      }
    }
    return "";
  }

  private void define(@Nullable String member, @Nullable String container) {
    apply("TaskDefinition", 0, member, container);
  }

  /** The definition, or its revision of a number, which nobody registered. */
  private void apply(String kind, int number, @Nullable String member, @Nullable String container) {
    String own = container == null ? "" : container;
    scene.apply(
        kind,
        number == 0 ? "web" : "web-" + number,
        (number == 0 ? "" : "  family: web\n  revision: " + number + "\n")
            + """
              containerDefinitions:
              - %s
                image: example/web:1
                memory: 64
                %s
              %s
            """
                .formatted(
                    own.startsWith("name:") ? own : "name: app",
                    own.startsWith("name:") ? "" : own,
                    member == null ? "" : member));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
