package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.Longshore;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.operator.OperatorConfig;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One application as manifests with kubectl and as ECS documents with the command line. */
class GitOpsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private final KubernetesClient client = CLUSTER.client();
  private final String manifests = CLUSTER.freshNamespace();
  private final String documents = CLUSTER.freshNamespace();

  @Test
  void bothWaysReachTheSameChildren() throws Exception {
    OperatorConfig config =
        new OperatorConfig(
            Set.of(manifests, documents),
            Duration.ofMinutes(1),
            4,
            0,
            Optional.empty(),
            Optional.empty());
    try (RunningOperator operator = RunningOperator.start(CLUSTER, config)) {
      kubectl("apply", "-n", manifests, "-k", "examples/gitops");
      kubectl("apply", "-n", documents, "-f", "examples/web/secret.yaml");
      kubectl("apply", "-n", documents, "-f", "examples/web/cluster.yaml");
      longshore("register", "-n", documents, "examples/web/task-definition.json");
      longshore("deploy", "-n", documents, "examples/web/service.json");

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(running(manifests)).isEqualTo(running(documents)).isPositive();
                assertThat(children(manifests)).hasSize(5).isEqualTo(children(documents));
              });
    }
  }

  private int running(String namespace) {
    return client.resources(Service.class).inNamespace(namespace).list().getItems().stream()
        .map(Service::getStatus)
        .mapToInt(it -> it == null || it.runningCount() == null ? 0 : it.runningCount())
        .sum();
  }

  /** What each child asks for; ids and addresses are its namespace's own. */
  private Map<String, String> children(String namespace) {
    Map<String, String> children = new TreeMap<>();
    Stream.of(
            client.apps().deployments().inNamespace(namespace).list().getItems().stream(),
            client.services().inNamespace(namespace).list().getItems().stream(),
            client
                .policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream(),
            client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream())
        .flatMap(it -> it)
        .map(HasMetadata.class::cast)
        .forEach(it -> children.put(name(it), specification(it)));
    return children;
  }

  private static String name(HasMetadata child) {
    Map<String, String> labels = child.getMetadata().getLabels();
    return child.getKind() + "/" + labels.getOrDefault(Labels.CAPACITY_PROVIDER, "");
  }

  private static String specification(HasMetadata child) {
    String id = child.getMetadata().getLabels().getOrDefault(Labels.DEPLOYMENT, "no deployment");
    String spec = Mappers.canonical(Mappers.json().valueToTree(child).get("spec"));
    return spec.replace(id, "<deployment>").replaceAll("\"10\\.[0-9.]+\"", "<address>");
  }

  private static void longshore(String... arguments) {
    String[] all = Stream.concat(Stream.of(arguments), kubeconfig()).toArray(String[]::new);
    assertThat(Longshore.commandLine().execute(all)).isZero();
  }

  private static void kubectl(String... arguments) throws IOException, InterruptedException {
    String[] all =
        Stream.of(Stream.of("kubectl"), Stream.of(arguments), kubeconfig())
            .flatMap(it -> it)
            .toArray(String[]::new);
    assertThat(new ProcessBuilder(all).inheritIO().start().waitFor()).isZero();
  }

  private static Stream<String> kubeconfig() {
    Path file = CLUSTER.kubeconfig().toAbsolutePath();
    return Stream.of("--kubeconfig", file.toString());
  }
}
