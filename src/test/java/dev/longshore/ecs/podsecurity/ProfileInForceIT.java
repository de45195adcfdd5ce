package dev.longshore.ecs.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import dev.longshore.operator.OperatorConfig;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A namespace that enforces restricted, and an operator that looks again only when it is woken. */
class ProfileInForceIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String AT_ONCE = "kubernetes: {minReadySeconds: 0}";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private RunningOperator operator;

  @BeforeEach
  void enforceRestricted() {
    label("\"restricted\"");
    operator =
        RunningOperator.start(
            CLUSTER,
            new OperatorConfig(
                Set.of(namespace), Duration.ofHours(1), 4, 0, Optional.empty(), Optional.empty()));
  }

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void tasksAreMadeSoThatTheNamespaceAdmitsThem() {
    define("web", "");
    apply("Service", "web", "taskDefinition: web, desiredCount: 1, " + AT_ONCE);
    apply("Task", "web", "taskDefinition: web");

    eventually("Service", "web", "SteadyState");
    eventually("Task", "web", "EssentialContainerExited");
  }

  @Test
  void whatCannotMeetItWaitsForTheLabelToGo() {
    define("root", ", user: \"0\"");
    apply("Service", "root", "taskDefinition: root, desiredCount: 1, " + AT_ONCE);
    apply("Task", "root", "taskDefinition: root");
    eventually("Service", "root", "PodSecurity");
    eventually("Task", "root", "PodSecurity");
    assertThat(client.apps().deployments().inNamespace(namespace).list().getItems()).isEmpty();
    assertThat(client.batch().v1().jobs().inNamespace(namespace).list().getItems()).isEmpty();

    label("null");

    eventually("Service", "root", "SteadyState");
    eventually("Task", "root", "EssentialContainerExited");
  }

  private void define(String name, String more) {
    apply(
        "TaskDefinition",
        name,
        "containerDefinitions: [{name: app, image: \"example/app:1\", memory: 64%s}]"
            .formatted(more));
  }

  private void label(String value) {
    client
        .namespaces()
        .withName(namespace)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"labels\":{\"pod-security.kubernetes.io/enforce\":%s}}}"
                .formatted(value));
  }

  private void apply(String kind, String name, String spec) {
    client
        .resource(
            "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec: {%s}\n"
                .formatted(kind, name, namespace, spec))
        .serverSideApply();
  }

  private void eventually(String kind, String name, String reason) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(ready(kind, name)).isEqualTo(reason));
  }

  /** Reason of the condition Ready. */
  private String ready(String kind, String name) {
    HasMetadata object =
        client
            .genericKubernetesResources("ecs.longshore.dev/v1", kind)
            .inNamespace(namespace)
            .withName(name)
            .get();
    JsonNode conditions = Mappers.json().valueToTree(object).at("/status/conditions");
    return conditions
        .valueStream()
        .filter(it -> it.path("type").asText().equals("Ready"))
        .map(it -> it.path("reason").asText())
        .findFirst()
        .orElse("");
  }
}
