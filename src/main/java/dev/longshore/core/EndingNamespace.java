package dev.longshore.core;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/** A namespace that is being deleted takes nothing new: what was to be made there is not missed. */
final class EndingNamespace {
  private static final String CAUSE = "NamespaceTerminating";

  private EndingNamespace() {}

  /** What the write gives, or the object as it was wanted where its namespace is ending. */
  static <T> T orWanted(T wanted, Supplier<T> write) {
    try {
      return write.get();
    } catch (KubernetesClientException e) {
      if (refused(e.getStatus())) {
        return wanted;
      }
      throw e;
    }
  }

  private static boolean refused(Status status) {
    return status != null
        && status.getDetails() != null
        && status.getDetails().getCauses().stream().anyMatch(it -> CAUSE.equals(it.getReason()));
  }
}
