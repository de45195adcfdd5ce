package dev.longshore.localcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One node with a real kubelet on a containerd of its own, in a network of its own. */
record ContainerdNode(Blueprint blueprint) implements Nodes {
  static final String NAME = "node-1";
  static final String CONTAINERD = "containerd";
  static final String KUBELET = "kubelet";
  static final String PROXY = "kube-proxy";
  static final String PAUSE_IMAGE = "localhost/longshore-pause:1";

  private static final Duration SOCKET_LIMIT = Duration.ofSeconds(20);
  // In a mount namespace of its own, so that the mounts of pods end with their processes; what the
  // network plug-ins, the shims and the kubelet write outside our directory goes nowhere.
  private static final List<String> HIDDEN = List.of("/run", "/var/lib", "/var/log");
  private static final String PRIVATELY =
      "for d in "
          + String.join(" ", HIDDEN)
          + "; do mount -t tmpfs tmpfs $d || exit; done;"
          + " exec \"$@\"";

  @Override
  public String address() {
    return network().address();
  }

  @Override
  public List<String> networkPrefix() {
    return network().prefix();
  }

  @Override
  public void prepare() {
    NodeRequirements.check();
    refuseHiddenDirectory();
    network().create();
    cgroups().create();
    ClusterDirectory directory = blueprint.directory();
    try {
      Files.createDirectories(directory.config("cni"));
      Files.createDirectories(directory.data("containerd"));
    } catch (IOException e) {
      throw new LocalClusterException("Cannot write to " + directory.root(), e);
    }
    directory.write(directory.config("containerd.toml"), config().containerd());
    directory.write(directory.config("cni").resolve("10-bridge.conflist"), config().network());
    directory.write(directory.config("kubelet.yaml"), config().kubelet());
    directory.write(directory.config("proxy.yaml"), config().proxy());
  }

  @Override
  public void start(Processes processes) {
    processes.start(containerd().prefixedBy(networkPrefix()));
    if (!Waiting.until(SOCKET_LIMIT, () -> ctr("version").ok())) {
      Path log = blueprint.directory().log(CONTAINERD);
      throw new LocalClusterException(
          "containerd does not answer; the end of " + log + ":\n" + Tail.of(log, 10));
    }
    importPause();
    processes.start(kubelet().prefixedBy(besideContainerd(processes)));
    processes.start(proxy().prefixedBy(networkPrefix()));
    processes.start(metricsServer().component(address()).prefixedBy(networkPrefix()));
  }

  @Override
  public void register(KubernetesClient client) {
    metricsServer().registerAt(client, address());
  }

  @Override
  public void remove() {
    Leftovers leftovers = new Leftovers(blueprint.directory(), cgroups());
    leftovers.end();
    cgroups().remove();
    network().remove();
  }

  void importImage(OciImage image) {
    Path tar = blueprint.directory().data("image.tar");
    image.writeTo(tar);
    try {
      importArchive(tar);
      Files.delete(tar);
    } catch (IOException e) {
      throw new LocalClusterException("Cannot remove " + tar, e);
    }
  }

  void importArchive(Path tar) {
    Shell.Outcome outcome = ctr("--namespace=k8s.io", "images", "import", tar.toString());
    if (!outcome.ok()) {
      throw new LocalClusterException("Cannot import " + tar + ": " + outcome.output());
    }
  }

  private void refuseHiddenDirectory() {
    Path root = blueprint.directory().root();
    if (HIDDEN.stream().anyMatch(root::startsWith)) {
      throw new LocalClusterException(
          "--dir: "
              + root
              + " is below one of "
              + HIDDEN
              + ", which the node hides; choose another");
    }
  }

  private void importPause() {
    importImage(
        OciImage.named(PAUSE_IMAGE)
            .file("/pause", blueprint.binaries().pause())
            .entrypoint("/pause"));
  }

  private Component containerd() {
    Path config = blueprint.directory().config("containerd.toml");
    return new Component(
        CONTAINERD,
        List.of(
            "unshare",
            "--mount",
            "--propagation=private",
            "sh",
            "-c",
            PRIVATELY,
            "sh",
            "containerd",
            "--config=" + config));
  }

  private Component kubelet() {
    ClusterDirectory directory = blueprint.directory();
    return Component.of(
        KUBELET,
        blueprint.binaries().node(),
        List.of(
            KUBELET,
            "--config=" + directory.config("kubelet.yaml"),
            "--kubeconfig=" + blueprint.pki("node.kubeconfig"),
            "--hostname-override=" + NAME,
            "--node-ip=" + address(),
            "--node-labels=longshore.dev/capacity=on-demand",
            "--root-dir=" + directory.data(KUBELET)));
  }

  private Component proxy() {
    Path config = blueprint.directory().config("proxy.yaml");
    return Component.of(PROXY, blueprint.binaries().node(), List.of(PROXY, "--config=" + config));
  }

  /** The kubelet mounts volumes where containerd must see them. */
  private List<String> besideContainerd(Processes processes) {
    return List.of("nsenter", "--target=" + processes.pid(CONTAINERD), "--mount", "--net");
  }

  private Shell.Outcome ctr(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ctr", "--address=" + config().socket()));
    command.addAll(List.of(arguments));
    return Shell.run(command);
  }

  private NodeNetwork network() {
    return new NodeNetwork(blueprint.directory(), blueprint.state().id());
  }

  private Cgroups cgroups() {
    return new Cgroups(blueprint.state().id());
  }

  private NodeConfig config() {
    return new NodeConfig(blueprint, cgroups().path());
  }

  private MetricsServer metricsServer() {
    return new MetricsServer(blueprint);
  }
}
