package dev.longshore.localcluster;

/** What carries a local cluster, in the order of choice. */
public enum EngineKind {
  /** A cluster that its user named by a kubeconfig: never started or stopped by us. */
  EXTERNAL,
  /** k3s in a container of a Docker engine that answers. */
  DOCKER,
  /** Kubernetes built from source with the machine's Go toolchain. */
  BINARIES
}
