package dev.longshore.localcluster;

import java.nio.file.Path;

/**
 * What a caller wants of a local cluster; the directory is its identity, so two directories are two
 * clusters.
 */
public record ClusterOptions(
    Path directory, Path cache, NodeKind nodes, int nodeCount, boolean audit) {
  public ClusterOptions {
    directory = directory.toAbsolutePath().normalize();
    cache = cache.toAbsolutePath().normalize();
    if (nodeCount < 1 || nodeCount > 1000) {
      throw new LocalClusterException(
          "--node-count: " + nodeCount + " is not between 1 and 1000; leave it out for 4");
    }
  }

  /** Four simulated nodes and no audit log. */
  public static ClusterOptions in(Path directory, Path cache) {
    return new ClusterOptions(directory, cache, NodeKind.KWOK, 4, false);
  }

  public ClusterOptions withNodes(NodeKind kind) {
    return new ClusterOptions(directory, cache, kind, nodeCount, audit);
  }

  public ClusterOptions withAudit() {
    return new ClusterOptions(directory, cache, nodes, nodeCount, true);
  }
}
