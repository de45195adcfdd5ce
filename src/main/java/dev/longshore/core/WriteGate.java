package dev.longshore.core;

import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * The way to the API server for whoever decides by the caches. It is closed before those are: the
 * framework empties them while runs are under way, and to such a run nothing would seem to exist.
 */
public final class WriteGate {
  private final KubernetesClient client;
  private volatile boolean closed;

  public WriteGate(KubernetesClient client) {
    this.client = client;
  }

  /** Says that what is read from now on is not to be acted on. */
  public void close() {
    closed = true;
  }

  /** The client of the operator while it is not about to end. */
  KubernetesClient client() {
    if (closed) {
      throw new IllegalStateException("The operator is ending; another one does this anew.");
    }
    return client;
  }
}
