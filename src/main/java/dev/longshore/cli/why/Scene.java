package dev.longshore.cli.why;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskOverride;
import dev.longshore.core.Labels;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.task.Overrides;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.RevisionChoice.Wish;
import dev.longshore.ecs.taskdefinition.Revisions;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a search for the fault looks at.
 *
 * @param request what was asked for
 * @param definitions heads of the request's family
 * @param revisions of the request's family
 * @param room nodes and what already runs on them
 */
public record Scene(
    Request request,
    Optional<Cluster> cluster,
    List<TaskDefinition> definitions,
    List<TaskDefinitionRevision> revisions,
    Lookup lookup,
    Room room,
    Subject subject) {
  public Scene {
    definitions = List.copyOf(definitions);
    revisions = List.copyOf(revisions);
  }

  /**
   * What was asked for.
   *
   * @param kind {@code service} or {@code task}
   * @param cluster name or ARN; empty for the namespace's own
   * @param overrides what a task changes of its definition
   */
  public record Request(
      String kind,
      String name,
      String namespace,
      String cluster,
      String taskDefinition,
      @Nullable TaskOverride overrides) {
    /** The same with what a task changes of its definition. */
    public Request with(@Nullable TaskOverride changes) {
      return new Request(kind, name, namespace, cluster, taskDefinition, changes);
    }

    String subject() {
      return kind + " " + name;
    }
  }

  /**
   * What there is in the namespace of a name: its keys, or that it exists, and never a value.
   *
   * @param accounts ServiceAccounts, which have no keys
   */
  public record Lookup(
      Function<String, Keys> secrets,
      Function<String, Keys> configMaps,
      Function<String, Keys> accounts) {}

  /**
   * The service or task itself.
   *
   * @param conditions of its present spec
   * @param unhealthy names of the containers that its record calls UNHEALTHY
   */
  public record Subject(List<Pod> pods, List<Condition> conditions, List<String> unhealthy) {
    public Subject {
      pods = List.copyOf(pods);
      conditions = List.copyOf(conditions);
      unhealthy = List.copyOf(unhealthy);
    }
  }

  /** Nodes of the cluster with all pods; none of either where the user may not see them. */
  public record Room(List<Node> nodes, List<Pod> pods) {
    public Room {
      nodes = List.copyOf(nodes);
      pods = List.copyOf(pods);
    }
  }

  List<Pod> pods() {
    return subject.pods();
  }

  /** A task that has its pod: what it runs is settled, whatever its definition is by now. */
  boolean settled() {
    return request.kind().equals("task") && !pods().isEmpty();
  }

  /** The revision that the subject runs or would run. */
  Resolution<TaskDefinitionRevision> revision() {
    Set<String> running = pods().stream().map(Scene::runs).collect(Collectors.toSet());
    return RevisionChoice.of(
        Wish.of(request.taskDefinition(), request.namespace(), request.kind()).running(running),
        revisions);
  }

  /** What has to start: the revision that is asked for, and those of pods that are not ready. */
  List<TaskDefinitionSpec> starting() {
    Stream<TaskDefinitionRevision> asked = settled() ? Stream.of() : revision().found().stream();
    List<String> unready = pods().stream().filter(it -> !ready(it)).map(Scene::runs).toList();
    return Stream.concat(
            asked, revisions.stream().filter(it -> unready.contains(Revisions.name(it))))
        .map(TaskDefinitionRevision::getSpec)
        .map(it -> Overrides.apply(it, request.overrides()).found().orElse(it))
        .distinct()
        .toList();
  }

  private static String runs(Pod pod) {
    return pod.getMetadata().getAnnotations().getOrDefault(Labels.TASK_DEFINITION, "");
  }

  private static boolean ready(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(it -> "Ready".equals(it.getType()) && "True".equals(it.getStatus()));
  }

  /** The condition of that type, while it has that status. */
  Optional<Condition> condition(String type, String status) {
    return subject.conditions().stream()
        .filter(it -> type.equals(it.getType()) && status.equals(it.getStatus()))
        .findFirst();
  }
}
