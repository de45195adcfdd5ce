package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.capacityprovider.Distribution;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.capacityprovider.Placements;
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.ecs.podsecurity.ProfileInForce;
import dev.longshore.ecs.podspec.Admission;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.taskdefinition.LaunchTypes;
import dev.longshore.ecs.taskdefinition.RevisionChoice;
import dev.longshore.ecs.taskdefinition.RevisionChoice.Wish;
import dev.longshore.ecs.taskdefinition.RevisionContent;
import dev.longshore.ecs.taskdefinition.Revisions;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a task's references into values, once, when it starts; what is missing is a value too. */
final class TaskResolver {
  private final Catalog catalog;
  private final Placements placements;

  TaskResolver(Catalog catalog) {
    this.catalog = catalog;
    this.placements = new Placements(catalog::capacityProvider);
  }

  Resolution<TaskInputs> resolve(Task task) {
    String namespace = task.getMetadata().getNamespace();
    Optional<Cluster> cluster = catalog.cluster(namespace);
    return ProfileInForce.seen(catalog.namespace(namespace), namespace)
        .flatMap(seen -> Clusters.asked(task.getSpec().cluster(), cluster, "task"))
        .flatMap(name -> revision(task))
        .flatMap(
            revision ->
                RevisionContent.of(revision)
                    .flatMap(content -> Overrides.apply(content, task.getSpec().overrides()))
                    .flatMap(definition -> whole(task.getSpec(), definition))
                    .flatMap(
                        definition ->
                            placement(task, cluster)
                                .flatMap(
                                    where ->
                                        Resolution.of(
                                            inputs(
                                                cluster, new Found(revision, definition, where))))))
        .flatMap(TaskResolver::allowed);
  }

  /** What may not run here, or somebody altered, is said before a pod is made. */
  private static Resolution<TaskInputs> allowed(TaskInputs inputs) {
    AwsReferences references = new AwsReferences(inputs.bindings());
    List<Problem> problems =
        Stream.concat(
                LaunchTypes.refusal(
                    inputs.definition(), List.of(inputs.placement().share().provider()))
                    .stream(),
                Admission.problems(
                    PodInputs.of(inputs.definition(), references, inputs.restricted()))
                    .stream())
            .toList();
    return problems.isEmpty() ? Resolution.of(inputs) : new Resolution.Unresolved<>(problems);
  }

  /** With the request's own constraints, which hold beside the definition's. */
  private static Resolution<TaskDefinitionSpec> whole(
      TaskSpec spec, TaskDefinitionSpec definition) {
    List<Problem> problems = TaskChecks.of(spec, definition);
    return problems.isEmpty()
        ? Resolution.of(TaskChecks.placement(spec).constrain(definition))
        : new Resolution.Unresolved<>(problems);
  }

  private record Found(
      TaskDefinitionRevision revision, TaskDefinitionSpec definition, Placement placement) {}

  private TaskInputs inputs(Optional<Cluster> cluster, Found found) {
    Optional<Namespace> namespace =
        catalog.namespace(found.revision().getMetadata().getNamespace());
    Optional<ClusterKubernetes> ours = cluster.map(Cluster::getSpec).map(ClusterSpec::kubernetes);
    return new TaskInputs(
        Clusters.name(cluster),
        Revisions.family(found.revision()) + ":" + Revisions.number(found.revision()),
        found.definition(),
        found.placement(),
        ours.map(ClusterKubernetes::bindings).orElse(null),
        ProfileInForce.of(cluster, namespace) == PodSecurityProfile.RESTRICTED);
  }

  private Resolution<TaskDefinitionRevision> revision(Task task) {
    String text = Objects.requireNonNullElse(task.getSpec().taskDefinition(), "");
    String namespace = task.getMetadata().getNamespace();
    String family = TaskDefinitionReference.parse(text).family();
    return RevisionChoice.of(
        Wish.of(text, namespace, "task"), catalog.revisions(namespace, family));
  }

  /** Of a strategy, the provider that the first of several tasks would get. */
  private Resolution<Placement> placement(Task task, Optional<Cluster> cluster) {
    Placements.Wish wish =
        new Placements.Wish(task.getSpec().launchType(), task.getSpec().capacityProviderStrategy());
    return placements
        .resolve(wish, cluster)
        .flatMap(
            all -> {
              List<Integer> counts =
                  Distribution.of(1, all.stream().map(Placement::share).toList());
              return Resolution.of(all.get(Math.max(0, counts.indexOf(1))));
            });
  }
}
