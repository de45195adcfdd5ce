package dev.longshore.localcluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Nodes that kwok simulates on loopback, half of them labelled as spot capacity. */
record KwokNodes(Blueprint blueprint) implements Nodes {
  static final String KWOK = "kwok";

  private static final String LOOPBACK = "127.0.0.1";
  // Roomy on purpose: a full node would hide what a test is about.
  private static final Map<String, Quantity> SIZE =
      Map.of(
          "cpu", new Quantity("64"),
          "memory", new Quantity("256Gi"),
          "ephemeral-storage", new Quantity("1Ti"),
          "pods", new Quantity("2000"));

  @Override
  public String address() {
    return LOOPBACK;
  }

  @Override
  public List<String> networkPrefix() {
    return List.of();
  }

  @Override
  public void prepare() {
    String stages = Shell.require(List.of(blueprint.binaries().kwokConfig().toString()));
    blueprint
        .directory()
        .write(blueprint.directory().config("kwok.yaml"), stages + "\n---\n" + failingTasks());
  }

  /** Without them no roll-out on simulated nodes could ever fail. */
  private static String failingTasks() {
    try (InputStream in = KwokNodes.class.getResourceAsStream("failing-tasks.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start(Processes processes) {
    processes.start(kwok());
    processes.start(new MetricsServer(blueprint).component(LOOPBACK));
  }

  @Override
  public void register(KubernetesClient client) {
    for (int number = 1; number <= blueprint.state().nodeCount(); number++) {
      client.resource(node(number)).forceConflicts().serverSideApply();
    }
    new MetricsServer(blueprint).registerOnLoopback(client);
  }

  @Override
  public void remove() {
    // Processes on loopback leave nothing behind.
  }

  private Component kwok() {
    int port = blueprint.port(Port.KWOK);
    return Component.of(
        KWOK,
        blueprint.binaries().kwok(),
        List.of(
            "--kubeconfig=" + blueprint.pki("admin.kubeconfig"),
            "--config=" + blueprint.directory().config("kwok.yaml"),
            "--manage-all-nodes=true",
            "--node-ip=" + LOOPBACK,
            "--node-port=" + port,
            "--server-address=" + LOOPBACK + ":" + port,
            "--tls-cert-file=" + blueprint.pki("node.crt"),
            "--tls-private-key-file=" + blueprint.pki("node.key"),
            "--node-lease-duration-seconds=40"));
  }

  /** Odd numbers are on-demand capacity, even ones spot, so that both exist from two nodes on. */
  static Node node(int number) {
    String name = "node-" + number;
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToAnnotations("kwok.x-k8s.io/node", "fake")
        .addToAnnotations(
            "metrics.k8s.io/resource-metrics-path", "/metrics/nodes/" + name + "/metrics/resource")
        .addToLabels("kubernetes.io/hostname", name)
        .addToLabels("kubernetes.io/os", "linux")
        .addToLabels("kubernetes.io/arch", "amd64")
        .addToLabels("longshore.dev/capacity", number % 2 == 1 ? "on-demand" : "spot")
        .addToLabels("topology.kubernetes.io/zone", number % 4 < 2 ? "local-a" : "local-b")
        .endMetadata()
        .withNewStatus()
        .withCapacity(SIZE)
        .withAllocatable(SIZE)
        .endStatus()
        .build();
  }
}
