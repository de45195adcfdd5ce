package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.core.Actions;
import dev.longshore.core.Arns;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who still needs a family whose definition is gone. The API server is asked, not a cache: what
 * follows is not undone, and it is asked only for families without a definition.
 */
record FamilyUse(Actions actions, String namespace) {

  /** Whether a TaskDefinition of the family exists. */
  boolean defined(String family) {
    return actions.list(TaskDefinition.class, namespace).stream()
        .anyMatch(definition -> Revisions.family(definition).equals(family));
  }

  /** Whether a service or a task names the family, with or without number, or tasks of it run. */
  boolean used(String family) {
    return actions.list(Service.class, namespace).stream()
            .anyMatch(service -> names(service.getSpec().taskDefinition(), family))
        || waiting(family)
        || Stream.concat(
                actions.list(Deployment.class, namespace).stream(),
                actions.list(DaemonSet.class, namespace).stream())
            .anyMatch(child -> runs(child, family));
  }

  static boolean names(@Nullable String reference, String family) {
    if (reference == null) {
      return false;
    }
    String name = Arns.resource(reference, "task-definition").orElse(reference);
    return name.equals(family) || name.startsWith(family + ":");
  }

  /** Asks for Jobs only where a task names the family at all. */
  private boolean waiting(String family) {
    List<Task> named =
        actions.list(Task.class, namespace).stream()
            .filter(task -> names(task.getSpec().taskDefinition(), family))
            .toList();
    return !named.isEmpty() && anyWaits(named, actions.list(Job.class, namespace));
  }

  /** A task carries its definition along in its Job; without one it may still start. */
  static boolean anyWaits(List<Task> tasks, List<Job> jobs) {
    Set<String> started =
        jobs.stream()
            .flatMap(job -> job.getMetadata().getOwnerReferences().stream())
            .map(OwnerReference::getUid)
            .collect(Collectors.toSet());
    return tasks.stream()
        .filter(task -> !started.contains(task.getMetadata().getUid()))
        .anyMatch(task -> !isToldToStop(task));
  }

  private static boolean isToldToStop(Task task) {
    TaskKubernetes ours = task.getSpec().kubernetes();
    return ours != null && "STOPPED".equals(ours.desiredStatus());
  }

  static boolean runs(HasMetadata child, String family) {
    Map<String, String> labels = child.getMetadata().getLabels();
    return labels != null && Names.labelValue(family).equals(labels.get(Labels.FAMILY));
  }
}
