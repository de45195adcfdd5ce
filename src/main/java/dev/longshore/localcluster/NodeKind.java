package dev.longshore.localcluster;

/** What stands behind the nodes of a local cluster: it decides what a pod on them really is. */
public enum NodeKind {
  /** Simulated by kwok: pods become Running and Ready at once, no container runs. Any user. */
  KWOK,
  /** A real kubelet on containerd in a network namespace of its own. Needs root. */
  CONTAINERD
}
