package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.core.Labels;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks under scale-in protection: whom a real ReplicaSet stops, and whom it does not. */
class ServiceProtectionIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final ServiceScene scene = new ServiceScene(client, namespace);
  private final BoundsWatch bounds = new BoundsWatch(client, namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @BeforeEach
  void start() {
    scene.register(1);
    scene.service("taskDefinition: web", "desiredCount: 6");
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  @AfterEach
  void stop() throws Exception {
    bounds.end(operator);
  }

  @Test
  void aSmallerServiceKeepsThemUntilTheirTimeIsOver() {
    List<Pod> kept = scene.tasks().subList(2, 5);
    kept.forEach(pod -> protect(pod, Duration.ofHours(2)));
    scene.service("taskDefinition: web", "desiredCount: 1");

    eventually(() -> assertThat(names(scene.tasks())).isEqualTo(names(kept)));
    eventually(
        () ->
            assertThat(scene.status().events())
                .filteredOn(it -> String.valueOf(it.message()).contains("under protection"))
                .singleElement()
                .satisfies(
                    it ->
                        assertThat(it.message())
                            .contains(
                                "unable to scale in due to (reason 3 tasks under protection)")));
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(10))
        .until(() -> names(scene.tasks()).equals(names(kept)));

    assertThat(scene.ready()).isEqualTo("False Scaling");
    assertThat(scene.message())
        .startsWith("Scale-in waits for tasks under protection: ")
        .contains(names(kept));

    kept.forEach(pod -> protect(pod, Duration.ofSeconds(3)));
    eventually(() -> assertThat(scene.tasks()).hasSize(1));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
    eventually(
        () ->
            assertThat(scene.tasks().getFirst().getMetadata().getAnnotations())
                .doesNotContainKeys(COST, Labels.PROTECTED));
  }

  @Test
  void aDeploymentWaitsForThem() {
    List<Pod> kept = scene.tasks().subList(0, 2);
    kept.forEach(pod -> protect(pod, Duration.ofHours(2)));
    scene.image("web", "example/web:2");

    eventually(() -> assertThat(scene.tasks()).hasSize(8));
    eventually(() -> assertThat(old()).isEqualTo(names(kept)));
    assertThat(scene.status().deployments().getFirst().rolloutState()).isEqualTo("IN_PROGRESS");

    kept.forEach(pod -> annotate(pod, Labels.PROTECTED_UNTIL, ""));
    eventually(() -> assertThat(scene.taskImages()).containsExactly("example/web:2"));
    eventually(() -> assertThat(scene.ready()).isEqualTo("True SteadyState"));
  }

  private Set<String> old() {
    return names(
        scene.tasks().stream()
            .filter(
                pod -> pod.getSpec().getContainers().getFirst().getImage().equals("example/web:1"))
            .toList());
  }

  private void protect(Pod pod, Duration time) {
    annotate(pod, Labels.PROTECTED_UNTIL, Instant.now().plus(time).toString());
  }

  private void annotate(Pod pod, String name, String value) {
    client
        .resource(pod)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(name, value));
  }

  private static Set<String> names(List<Pod> pods) {
    return pods.stream().map(pod -> pod.getMetadata().getName()).collect(Collectors.toSet());
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
