package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Request;
import dev.longshore.testing.InstalledChart;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The chart as a user has it: the image of make image, Helm, real pods, and nothing else. */
class ChartNodeIT {
  private static final Path IMAGE = Path.of("target/longshore-image.tar");
  private static final String SHOP = "shop";

  @RegisterExtension static final RealNode NODE = new RealNode();
  @TempDir static Path folder;

  private final KubernetesClient admin = NODE.client();
  private final HelmRelease release = new HelmRelease(admin, NODE.kubeconfig());
  private final WebTask web = new WebTask(NODE, SHOP);

  @BeforeAll
  static void images() throws Exception {
    Process image = new ProcessBuilder("scripts/image").inheritIO().start();
    assertThat(image.waitFor()).as("exit code of scripts/image").isZero();
    NODE.importArchive(IMAGE);
    NODE.importImage(WebTask.image(1, folder));
    NODE.importImage(WebTask.image(2, folder));
  }

  @Test
  void aWholeLifeAsAPod() throws Exception {
    // Given namespaces that let no pod in which asks for more than it needs
    withoutDefinitions();
    namespace(HelmRelease.NAMESPACE, "restricted");
    namespace(SHOP, "baseline");

    // When / Then
    bothReplicasBecomeReady();
    aTaskAnswersAndTheNextRevisionTakesItsPlace();
    anotherReplicaTakesOver();
    nothingWasForbidden();
    removalLeavesDefinitionsAndTasks();
  }

  private void bothReplicasBecomeReady() {
    long began = System.nanoTime();
    release.install();

    eventually(() -> assertThat(release.readyPods()).hasSize(2));
    tell("chart-until-two-replicas-ready", Duration.ofNanos(System.nanoTime() - began));
    eventually(() -> assertThat(release.readyPods()).contains(release.leader()));
  }

  private void aTaskAnswersAndTheNextRevisionTakesItsPlace() {
    web.register(1);
    web.run(1);
    eventually(() -> assertThat(web.response()).isEqualTo(WebTask.answer(1)));

    web.register(2);
    eventually(() -> assertThat(web.response()).isEqualTo(WebTask.answer(2)));
    eventually(() -> assertThat(web.images()).containsExactly("localhost/web:2"));
    eventually(() -> assertThat(web.status().deployments()).hasSize(1));
    assertThat(web.status().taskDefinition()).isEqualTo("web:2");
  }

  private void anotherReplicaTakesOver() {
    String first = release.leader();
    long began = System.nanoTime();
    release.deletePod(first);

    eventually(() -> assertThat(release.leader()).isNotEqualTo(first).isIn(release.readyPods()));
    tell("chart-until-another-leads", Duration.ofNanos(System.nanoTime() - began));
    web.run(2);
    eventually(() -> assertThat(web.status().runningCount()).isEqualTo(2));
    eventually(() -> assertThat(release.readyPods()).hasSize(2));
    assertThat(release.pods())
        .flatExtracting(pod -> pod.getStatus().getContainerStatuses())
        .extracting(status -> ((ContainerStatus) status).getRestartCount())
        .containsOnly(0);
  }

  private void nothingWasForbidden() {
    assertThat(new AuditLog(NODE.auditLog(), InstalledChart.USER).requests())
        .isNotEmpty()
        .filteredOn(request -> request.code() == HttpURLConnection.HTTP_FORBIDDEN)
        .extracting(Request::right)
        .isEmpty();
  }

  private void removalLeavesDefinitionsAndTasks() throws Exception {
    release.uninstall();

    eventually(() -> assertThat(release.pods()).isEmpty());
    assertThat(definitions()).isNotEmpty();
    assertThat(web.images()).containsExactly("localhost/web:2", "localhost/web:2");
    assertThat(web.response()).isEqualTo(WebTask.answer(2));
  }

  /** Helm refuses definitions that others installed, and other tests of this node may have. */
  private void withoutDefinitions() {
    definitions().forEach(it -> admin.resource(it).delete());
    eventually(() -> assertThat(definitions()).isEmpty());
  }

  private List<CustomResourceDefinition> definitions() {
    return admin.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .filter(it -> it.getSpec().getGroup().equals("ecs.longshore.dev"))
        .toList();
  }

  private void namespace(String name, String level) {
    admin
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pod-security.kubernetes.io/enforce", level)
                .endMetadata()
                .build())
        .forceConflicts()
        .serverSideApply();
  }

  private static void tell(String name, Duration took) {
    System.out.printf("proof: name=%s value=%.1f unit=s%n", name, took.toMillis() / 1000.0);
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(assertion);
  }
}
