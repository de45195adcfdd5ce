package dev.longshore.ecs.task;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what may keep the Job controller from creating a pod. It tells why only in an event, which
 * Longshore may not read.
 */
final class MissingPod {
  private MissingPod() {}

  /** The sentence, once the pod is overdue. */
  static Optional<String> of(TaskObserved seen, Instant now) {
    return seen.podlessAfter()
        .filter(it -> !it.isAfter(now))
        .flatMap(it -> seen.job())
        .map(MissingPod::sentence);
  }

  private static String sentence(Job job) {
    String account = job.getSpec().getTemplate().getSpec().getServiceAccountName();
    String missing =
        account == null || account.isEmpty()
            ? ""
            : "ServiceAccount %s, which its task role is bound to, does not exist, or "
                .formatted(account);
    return "The Job controller may not create the pod: %sPod Security, a quota or an admission webhook of the namespace forbids it; `kubectl describe job %s` names it."
        .formatted(missing, job.getMetadata().getName());
  }
}
