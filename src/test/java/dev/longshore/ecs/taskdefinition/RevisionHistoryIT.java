package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kubernetes.revisionHistoryLimit}: which revisions go, and when. */
class RevisionHistoryIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String UNLIMITED = "{}";
  private static final String ONE = "{revisionHistoryLimit: 1}";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void oldRevisionsThatNothingUsesGo() {
    // Given four revisions, of which a service names the second
    apply("Service", "{taskDefinition: 'web:2', desiredCount: 0}");
    for (int number = 1; number <= 4; number++) {
      register(number, UNLIMITED, number);
    }
    assertThat(states()).hasSize(4);

    // When
    register(4, ONE, 4);

    // Then what is used stays, and no revision was registered
    eventually(
        () ->
            assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of("web-2", "ACTIVE", "web-4", "ACTIVE")));

    // When its user is gone
    client.resource(object("Service", UNLIMITED)).delete();

    // Then
    eventually(() -> assertThat(states()).containsOnlyKeys("web-4"));

    // When the next is registered, then numbers go on
    register(1, ONE, 5);
    eventually(() -> assertThat(states()).containsOnlyKeys("web-5"));
  }

  @Test
  void theNewestActiveRevisionStaysThoughNewerOnesWereDeregistered() {
    register(1, UNLIMITED, 1);
    register(2, UNLIMITED, 2);
    client
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .withName("web-2")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"INACTIVE\"}}}");

    register(2, ONE, 2);

    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(15))
        .until(() -> states().keySet().equals(Map.of("web-1", "", "web-2", "").keySet()));
  }

  /** Applies that image with these members of ours, and waits for the number in force. */
  private void register(int image, String ours, int number) {
    apply(
        "TaskDefinition",
        "{memory: '512', kubernetes: %s, containerDefinitions: [{name: app, image: 'nginx:%d'}]}"
            .formatted(ours, image));
    eventually(
        () -> {
          TaskDefinition it =
              client.resources(TaskDefinition.class).inNamespace(namespace).withName("web").get();
          assertThat(it.getStatus()).isNotNull();
          assertThat(it.getStatus().latestRevision()).isEqualTo(number);
          assertThat(it.getStatus().observedGeneration())
              .isEqualTo(it.getMetadata().getGeneration());
        });
  }

  private Map<String, String> states() {
    return client
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .collect(
            Collectors.toMap(it -> it.getMetadata().getName(), it -> RevisionState.of(it).name()));
  }

  private void apply(String kind, String spec) {
    client.resource(object(kind, spec)).fieldManager("test").forceConflicts().serverSideApply();
  }

  private HasMetadata object(String kind, String spec) {
    return client
        .getKubernetesSerialization()
        .unmarshal(
            "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: web, namespace: %s}\nspec: %s\n"
                .formatted(kind, namespace, spec));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(assertion);
  }
}
