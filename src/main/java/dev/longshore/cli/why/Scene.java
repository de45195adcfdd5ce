package dev.longshore.cli.why;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Labels;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.RevisionChoice.Wish;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a search for the fault looks at.
 *
 * @param request what was asked for
 * @param definitions heads of the request's family
 * @param revisions of the request's family
 * @param secrets keys of a Secret of the namespace
 * @param configMaps keys of a ConfigMap of the namespace
 * @param room nodes and what already runs on them
 * @param pods of the subject
 * @param conditions of the subject
 */
public record Scene(
    Request request,
    Optional<Cluster> cluster,
    List<TaskDefinition> definitions,
    List<TaskDefinitionRevision> revisions,
    Function<String, Keys> secrets,
    Function<String, Keys> configMaps,
    Room room,
    List<Pod> pods,
    List<Condition> conditions) {
  public Scene {
    definitions = List.copyOf(definitions);
    revisions = List.copyOf(revisions);
    pods = List.copyOf(pods);
    conditions = List.copyOf(conditions);
  }

  /**
   * What was asked for.
   *
   * @param kind {@code service} or {@code task}
   * @param cluster name or ARN; empty for the namespace's own
   */
  public record Request(
      String kind, String name, String namespace, String cluster, String taskDefinition) {
    String subject() {
      return kind + " " + name;
    }
  }

  /** Nodes of the cluster with all pods; none of either where the user may not see them. */
  public record Room(List<Node> nodes, List<Pod> pods) {
    public Room {
      nodes = List.copyOf(nodes);
      pods = List.copyOf(pods);
    }
  }

  /** The revision that the subject runs or would run. */
  Resolution<TaskDefinitionRevision> revision() {
    Set<String> running =
        pods.stream()
            .map(it -> it.getMetadata().getAnnotations().getOrDefault(Labels.TASK_DEFINITION, ""))
            .collect(Collectors.toSet());
    return RevisionChoice.of(
        Wish.of(request.taskDefinition(), request.namespace(), request.kind()).running(running),
        revisions);
  }

  /** The condition of that type, while it has that status. */
  Optional<Condition> condition(String type, String status) {
    return conditions.stream()
        .filter(it -> type.equals(it.getType()) && status.equals(it.getStatus()))
        .findFirst();
  }
}
