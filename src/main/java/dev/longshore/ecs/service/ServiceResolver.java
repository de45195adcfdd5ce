package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
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
import java.util.Set;
import java.util.stream.Stream;

/** Turns a service's references into values; what is missing is a value too. */
final class ServiceResolver {
  private final Catalog catalog;
  private final Set<String> running;
  private final Placements placements;

  /** For a service that runs nothing yet. */
  ServiceResolver(Catalog catalog) {
    this(catalog, Set.of());
  }

  /**
   * For a service with children.
   *
   * @param running what its newest deployment runs, such as {@code web:3}
   */
  ServiceResolver(Catalog catalog, Set<String> running) {
    this.catalog = catalog;
    this.running = Set.copyOf(running);
    this.placements = new Placements(catalog::capacityProvider);
  }

  Resolution<ServiceInputs> resolve(Service service) {
    String namespace = service.getMetadata().getNamespace();
    Optional<Cluster> cluster = catalog.cluster(namespace);
    return ProfileInForce.seen(catalog.namespace(namespace), namespace)
        .flatMap(seen -> Clusters.asked(service.getSpec().cluster(), cluster, "service"))
        .flatMap(
            name ->
                revision(service)
                    .flatMap(ServiceResolver::content)
                    .flatMap(
                        content ->
                            placements
                                .resolve(wish(service.getSpec()), cluster)
                                .map(where -> new Found(name, cluster, content, where))))
        .flatMap(found -> fits(service.getSpec(), found))
        .map(found -> inputs(service, found))
        .flatMap(ServiceResolver::allowed);
  }

  private static Resolution<Content> content(TaskDefinitionRevision revision) {
    return RevisionContent.of(revision)
        .map(definition -> new Content(Revisions.name(revision), definition));
  }

  private static Resolution<Found> fits(ServiceSpec spec, Found found) {
    List<Problem> problems = TaskWishes.problems(spec, found.content().definition());
    return problems.isEmpty() ? Resolution.of(found) : new Resolution.Unresolved<>(problems);
  }

  /** What may not run here, or somebody altered, is said before a pod is made. */
  private static Resolution<ServiceInputs> allowed(ServiceInputs inputs) {
    AwsReferences references = new AwsReferences(inputs.bindings());
    List<Problem> problems =
        Stream.concat(
                LaunchTypes.refusal(
                    inputs.definition(), inputs.strategy().stream().map(Share::provider).toList())
                    .stream(),
                Admission.problems(
                    PodInputs.of(inputs.definition(), references, inputs.restricted()))
                    .stream())
            .toList();
    return problems.isEmpty() ? Resolution.of(inputs) : new Resolution.Unresolved<>(problems);
  }

  /** A daemon runs on every node, whatever strategy the cluster has for others. */
  private static Placements.Wish wish(ServiceSpec spec) {
    if (Scheduling.daemon(spec)) {
      return new Placements.Wish("EC2", List.of());
    }
    return new Placements.Wish(spec.launchType(), spec.capacityProviderStrategy());
  }

  /** A revision's name, such as {@code web:3}, and what its tasks are made of. */
  private record Content(String name, TaskDefinitionSpec definition) {}

  private record Found(
      String cluster, Optional<Cluster> object, Content content, List<Placement> placements) {}

  private ServiceInputs inputs(Service service, Found found) {
    Optional<Namespace> namespace = catalog.namespace(service.getMetadata().getNamespace());
    Optional<ClusterKubernetes> ours =
        found.object().map(Cluster::getSpec).map(ClusterSpec::kubernetes);
    String name = found.content().name();
    return new ServiceInputs(
        found.cluster(),
        name,
        TaskWishes.placement(service.getSpec()).constrain(found.content().definition()),
        found.placements(),
        ours.map(ClusterKubernetes::bindings).orElse(null),
        ProfileInForce.of(found.object(), namespace) == PodSecurityProfile.RESTRICTED,
        DeploymentInputs.digest(service.getSpec(), name));
  }

  private Resolution<TaskDefinitionRevision> revision(Service service) {
    String text = Objects.requireNonNullElse(service.getSpec().taskDefinition(), "");
    String namespace = service.getMetadata().getNamespace();
    String family = TaskDefinitionReference.parse(text).family();
    return RevisionChoice.of(
        Wish.of(text, namespace, "service").running(running), catalog.revisions(namespace, family));
  }
}
