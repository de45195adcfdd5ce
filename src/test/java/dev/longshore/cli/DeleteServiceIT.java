package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.cli.Verbs.Result;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DeleteService as its user types it. */
class DeleteServiceIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Verbs verbs = new Verbs(CLUSTER.kubeconfig(), namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void aServiceWithTasksTakesForceAndIsInactiveWhenTheyAreGone() {
    apply(
        "TaskDefinition",
        "{containerDefinitions: [{name: app, image: example/web, cpu: 8, memory: 8}]}");
    apply("Service", "{taskDefinition: web, kubernetes: {minReadySeconds: 0}}");
    await().atMost(Duration.ofSeconds(60)).until(() -> tasks() == 1);

    Result refused = verbs.run("delete-service", "web");
    Result deleted = verbs.run("delete-service", "web", "--force", "--wait");

    assertThat(refused.code()).isEqualTo(Refusal.REFUSED);
    assertThat(refused.errors()).contains("cannot be stopped while it is scaled above 0");
    assertThat(deleted.errors()).isEmpty();
    assertThat(deleted.code()).isZero();
    assertThat(deleted.output()).contains("web  status INACTIVE");
    assertThat(tasks()).isZero();
    assertThat(client.resources(Service.class).inNamespace(namespace).list().getItems()).isEmpty();
  }

  private int tasks() {
    return client.pods().inNamespace(namespace).list().getItems().size();
  }

  private void apply(String kind, String spec) {
    client
        .resource(
            "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: web, namespace: %s}\nspec: %s\n"
                .formatted(kind, namespace, spec))
        .serverSideApply();
  }
}
