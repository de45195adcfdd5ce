package dev.longshore.localcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** The nodes of a cluster built from binaries, and the network that all its parts run in. */
sealed interface Nodes permits KwokNodes, ContainerdNode {
  /** Where the API server is reached from this machine. */
  String address();

  /** Put before every command line, so that the process runs in the nodes' network. */
  List<String> networkPrefix();

  /** Before the control plane starts. */
  void prepare();

  /** After the API server is ready. */
  void start(Processes processes);

  /** Writes the objects that nobody else would write. */
  void register(KubernetesClient client);

  /** After the last process ended: what processes leave behind in the kernel. */
  void remove();
}
