package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which Job and which pods are a task's. A label is anybody's to write, and the name of a task may
 * be used again; the controller's reference says who made an object.
 */
final class Ownership {
  private Ownership() {}

  /** The Job that was made for this very task, not for an earlier one of its name. */
  static List<Job> jobs(Task task, Collection<Job> jobs) {
    String uid = String.valueOf(task.getMetadata().getUid());
    return jobs.stream()
        .filter(job -> controller(job).filter(it -> uid.equals(it.getUid())).isPresent())
        .toList();
  }

  /**
   * Pods of the task's Job; where that is gone, of a Job of its name, or left behind by a deletion
   * that spared them.
   */
  static List<Pod> pods(Task task, Collection<Job> own, Collection<Pod> pods) {
    List<String> uids = own.stream().map(job -> job.getMetadata().getUid()).toList();
    return pods.stream()
        .filter(pod -> orphaned(pod) && uids.isEmpty() || made(pod, TaskNames.job(task), uids))
        .toList();
  }

  /** Whether a task's pod lost its Job and runs on: nobody but us put the finalizer there. */
  static boolean orphaned(Pod pod) {
    return controller(pod).isEmpty() && pod.getMetadata().getFinalizers().contains(Labels.RECORD);
  }

  private static boolean made(Pod pod, String job, List<String> uids) {
    return controller(pod)
        .filter(it -> it.getKind().equals("Job"))
        .filter(it -> it.getName().equals(job))
        .filter(it -> uids.isEmpty() || uids.contains(it.getUid()))
        .isPresent();
  }

  private static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(it -> Boolean.TRUE.equals(it.getController()))
        .findFirst();
  }
}
