package dev.longshore.localcluster;

import java.util.List;

/** What every part of a cluster built from binaries is made from. */
record Blueprint(ClusterDirectory directory, ClusterState state, Binaries binaries) {
  int port(Port port) {
    return state.ports().of(port);
  }

  String pki(String file) {
    return directory.pki(file).toString();
  }

  /** Kubernetes' own components take the same file for what they do and whom they trust. */
  List<String> kubeconfigFlags(String identity) {
    String file = pki(identity + ".kubeconfig");
    return List.of(
        "--kubeconfig=" + file,
        "--authentication-kubeconfig=" + file,
        "--authorization-kubeconfig=" + file);
  }
}
