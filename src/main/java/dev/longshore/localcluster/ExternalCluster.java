package dev.longshore.localcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;

/** A cluster that somebody else runs: we only remember where it is. */
record ExternalCluster(Path kubeconfig) implements Engine {
  @Override
  public void up() {
    if (!running()) {
      throw new LocalClusterException(
          "--kubeconfig: the cluster of "
              + kubeconfig
              + " does not answer; start it or name"
              + " another file");
    }
  }

  @Override
  public boolean running() {
    try (KubernetesClient client = Clients.of(kubeconfig)) {
      return Clients.ready(client);
    }
  }

  @Override
  public List<String> parts() {
    return List.of("external cluster of " + kubeconfig);
  }

  @Override
  public void down() {
    // Not ours to stop.
  }
}
