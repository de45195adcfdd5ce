package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps a revision from being deleted, by one rule for the operator and the command line (API
 * operation DeleteTaskDefinitions). The API server is asked, not a cache: what follows is not
 * undone.
 */
public record RevisionUse(Source source) {
  private static final int TOLD = 3;

  /** The objects of one namespace. */
  public interface Source {
    /** Every object of a type that has the labels. */
    <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels);
  }

  /**
   * Those that run it, such as {@code service web}; where nothing runs, those that only name it.
   * What runs is found by its labels: while it does, long lists are not asked for.
   */
  public List<String> users(TaskDefinitionRevision revision) {
    Map<String, String> labels =
        Map.of(
            Labels.MANAGED_BY,
            Labels.LONGSHORE,
            Labels.FAMILY,
            Names.labelValue(Revisions.family(revision)),
            Labels.REVISION,
            String.valueOf(Revisions.number(revision)));
    List<String> running = told(running(labels));
    return running.isEmpty() ? told(naming(Revisions.name(revision))) : running;
  }

  /** A sentence's part: all of a few, of many the first ones and how many more there are. */
  public static String sentence(List<String> users) {
    int more = users.size() - TOLD;
    return "in use by "
        + String.join(", ", users.subList(0, Math.min(TOLD, users.size())))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static List<String> told(Stream<String> users) {
    return users.distinct().sorted().toList();
  }

  private Stream<String> running(Map<String, String> labels) {
    return Stream.<Stream<? extends HasMetadata>>of(
            source.list(Deployment.class, labels).stream().filter(RevisionUse::live),
            source.list(DaemonSet.class, labels).stream(),
            source.list(Pod.class, labels).stream().filter(RevisionUse::live))
        .flatMap(it -> it)
        .map(RevisionUse::user);
  }

  /** The child of a deployment that was given up stays as a mark when its tasks are gone. */
  private static boolean live(Deployment child) {
    Map<String, String> annotations = child.getMetadata().getAnnotations();
    String end = annotations == null ? null : annotations.get(Labels.ROLLOUT);
    return !Objects.equals(child.getSpec().getReplicas(), 0)
        || end == null
        || end.equals("COMPLETED");
  }

  private static boolean live(Pod task) {
    return !PodPhase.ended(task);
  }

  private static String user(HasMetadata workload) {
    Map<String, String> labels = workload.getMetadata().getLabels();
    String task = labels.get(Labels.TASK);
    return task == null ? "service " + labels.get(Labels.SERVICE) : "task " + task;
  }

  private Stream<String> naming(String name) {
    return Stream.concat(
        source.list(Service.class, Map.of()).stream()
            .filter(it -> names(it, name))
            .map(it -> "service " + name(it)),
        source.list(Task.class, Map.of()).stream()
            .filter(it -> names(it, name))
            .map(it -> "task " + it.getMetadata().getUid().replace("-", "")));
  }

  private static boolean names(Service service, String name) {
    ServiceStatus status = service.getStatus();
    return is(service.getSpec().taskDefinition(), name)
        || status != null
            && (is(status.taskDefinition(), name)
                || status.deployments().stream().anyMatch(it -> is(it.taskDefinition(), name)));
  }

  /** A stopped task stays for an hour as a record. */
  private static boolean names(Task task, String name) {
    TaskStatus status = task.getStatus();
    return status == null
        ? is(task.getSpec().taskDefinition(), name)
        : !"STOPPED".equals(status.lastStatus())
            && (is(task.getSpec().taskDefinition(), name) || is(status.taskDefinitionArn(), name));
  }

  private static String name(Service service) {
    String name = service.getSpec().serviceName();
    return name == null || name.isEmpty() ? service.getMetadata().getName() : name;
  }

  private static boolean is(@Nullable String reference, String name) {
    if (reference == null) {
      return false;
    }
    TaskDefinitionReference parsed = TaskDefinitionReference.parse(reference);
    return parsed.revision().isPresent()
        && name.equals(parsed.family() + ":" + parsed.revision().getAsInt());
  }
}
