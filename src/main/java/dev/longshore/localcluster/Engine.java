package dev.longshore.localcluster;

import java.util.List;

/** One way to have a cluster; each can be asked again by a later process. */
sealed interface Engine permits BinaryEngine, DockerK3s, ExternalCluster {
  /** Returns when the cluster answers and its nodes are ready. */
  void up();

  boolean running();

  /** One line a part. */
  List<String> parts();

  /** Leaves nothing of it but its directory, which the caller deletes. */
  void down();
}
