package dev.longshore.localcluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Another real node beside the one of a local cluster, for tests that move tasks: a containerd and
 * a kubelet of its own in the network of the first, whose kube-proxy serves both. What it leaves
 * behind ends with the cluster.
 */
public final class SecondNode implements AutoCloseable {
  private static final String NAME = "node-2";
  private static final String CONTAINERD = "containerd-2";
  private static final String KUBELET = "kubelet-2";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Blueprint blueprint;
  private final ClusterDirectory directory;
  private final KubernetesClient client;
  private final Processes processes;

  private SecondNode(Blueprint blueprint, KubernetesClient client) {
    this.blueprint = blueprint;
    this.directory = blueprint.directory();
    this.client = client;
    this.processes = new Processes(directory);
  }

  /** The node is Ready and has the images when this returns. */
  public static SecondNode beside(
      ClusterOptions options, KubernetesClient client, OciImage... images) {
    ClusterDirectory directory = new ClusterDirectory(options.directory());
    Binaries binaries = new BinaryCache(options.cache(), it -> {}).location();
    SecondNode node =
        new SecondNode(new Blueprint(directory, directory.state().orElseThrow(), binaries), client);
    try {
      node.start(images);
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
    return node;
  }

  private void start(OciImage... images) {
    write();
    processes.start(containerd());
    require(() -> ctr("version").ok(), CONTAINERD);
    importImage(
        OciImage.named(ContainerdNode.PAUSE_IMAGE)
            .file("/pause", blueprint.binaries().pause())
            .entrypoint("/pause"));
    List.of(images).forEach(this::importImage);
    processes.start(kubelet());
    require(this::ready, KUBELET);
  }

  /** Those of the first, with what two cannot share. */
  private void write() {
    // a kubelet ends whatever it does not know below its root group
    Cgroups cgroups = new Cgroups(blueprint.state().id() + "/second");
    cgroups.create();
    NodeConfig first = new NodeConfig(blueprint, cgroups.path());
    String data = directory.data("containerd").toString();
    try {
      Files.createDirectories(directory.data(CONTAINERD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    directory.write(
        directory.config("containerd-2.toml"),
        first.containerd().replace(data + "/", directory.data(CONTAINERD) + "/"));
    directory.write(
        directory.config("kubelet-2.yaml"),
        first
                .kubelet()
                .replace(data + "/", directory.data(CONTAINERD) + "/")
                .replace(directory.data("pod-logs").toString(), directory.data("pod-logs-2") + "")
            + "port: 10260\nhealthzPort: 10258\n");
  }

  private Component containerd() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "--mount",
                "--propagation=private",
                "sh",
                "-c",
                "for d in /run /var/lib /var/log; do mount -t tmpfs tmpfs $d || exit; done;"
                    + " exec \"$@\"",
                "sh",
                "containerd",
                "--config=" + directory.config("containerd-2.toml")));
    return new Component(CONTAINERD, command).prefixedBy(network());
  }

  private Component kubelet() {
    return Component.of(
            KUBELET,
            blueprint.binaries().node(),
            List.of(
                "kubelet",
                "--config=" + directory.config("kubelet-2.yaml"),
                "--kubeconfig=" + blueprint.pki("admin.kubeconfig"),
                "--hostname-override=" + NAME,
                "--node-ip=" + address(),
                "--register-with-taints=longshore.dev/second=true:NoSchedule",
                "--root-dir=" + directory.data(KUBELET)))
        .prefixedBy(
            List.of("nsenter", "--target=" + processes.pid(CONTAINERD), "--mount", "--net"));
  }

  /** Takes tasks from now on. */
  public void open() {
    node().edit(it -> new NodeBuilder(it).editSpec().withTaints().endSpec().build());
  }

  private boolean ready() {
    return node().get() != null
        && node().get().getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private Resource<Node> node() {
    return client.nodes().withName(NAME);
  }

  private void importImage(OciImage image) {
    Path tar = directory.data("image-2.tar");
    image.writeTo(tar);
    Shell.Outcome outcome = ctr("--namespace=k8s.io", "images", "import", tar.toString());
    if (!outcome.ok()) {
      throw new LocalClusterException("Cannot import an image: " + outcome.output());
    }
  }

  private Shell.Outcome ctr(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("ctr", "--address=" + directory.data(CONTAINERD).resolve("containerd.sock")));
    command.addAll(List.of(arguments));
    return Shell.run(command);
  }

  private List<String> network() {
    return new NodeNetwork(directory, blueprint.state().id()).prefix();
  }

  private String address() {
    return new NodeNetwork(directory, blueprint.state().id()).address();
  }

  private void require(BooleanSupplier condition, String component) {
    if (!Waiting.until(LIMIT, condition)) {
      throw new LocalClusterException(
          component + " does not answer:\n" + Tail.of(directory.log(component), 15));
    }
  }

  @Override
  public void close() {
    processes.stop(KUBELET);
    processes.stop(CONTAINERD);
    node().delete();
  }
}
