package dev.longshore.localcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** One node with a real kubelet on containerd. */
record ContainerdNode(Blueprint blueprint) implements Nodes {
  static final String NAME = "node-1";
  static final String CONTAINERD = "containerd";
  static final String KUBELET = "kubelet";
  static final String PROXY = "kube-proxy";

  @Override
  public String address() {
    return "127.0.0.1";
  }

  @Override
  public List<String> networkPrefix() {
    return List.of();
  }

  @Override
  public void prepare() {
    throw new LocalClusterException("--nodes=containerd is not there yet; use --nodes=kwok");
  }

  @Override
  public void start(Processes processes) {}

  @Override
  public void register(KubernetesClient client) {}

  @Override
  public void remove() {}
}
