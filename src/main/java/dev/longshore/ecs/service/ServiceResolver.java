package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Arns;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.service.ServiceInputs.Placement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns a service's references into values; what is missing is a value too. */
final class ServiceResolver {
  private static final String DEFAULT_CLUSTER = "default";

  private final Catalog catalog;
  private final Placements placements;

  ServiceResolver(Catalog catalog) {
    this.catalog = catalog;
    this.placements = new Placements(catalog);
  }

  Resolution<ServiceInputs> resolve(Service service) {
    Optional<Cluster> cluster = catalog.cluster(service.getMetadata().getNamespace());
    return clusterName(service, cluster)
        .flatMap(
            name ->
                revision(service)
                    .flatMap(
                        revision ->
                            placements
                                .resolve(service.getSpec(), cluster)
                                .flatMap(
                                    where ->
                                        Resolution.of(
                                            inputs(
                                                service,
                                                new Found(name, cluster, revision, where))))));
  }

  /** ECS name of the cluster the service's namespace is, or of the implicit one. */
  static String clusterName(Optional<Cluster> cluster) {
    return cluster
        .map(it -> it.getSpec().clusterName() == null ? nameOf(it) : it.getSpec().clusterName())
        .filter(name -> !name.isEmpty())
        .orElse(DEFAULT_CLUSTER);
  }

  private record Found(
      String cluster,
      Optional<Cluster> object,
      TaskDefinitionRevision revision,
      List<Placement> placements) {}

  private static ServiceInputs inputs(Service service, Found found) {
    Optional<ClusterKubernetes> ours =
        found.object().map(Cluster::getSpec).map(ClusterSpec::kubernetes);
    String name = found.revision().getSpec().family() + ":" + number(found.revision());
    return new ServiceInputs(
        found.cluster(),
        name,
        found.revision().getSpec(),
        found.placements(),
        ours.map(ClusterKubernetes::bindings).orElse(null),
        ours.map(ClusterKubernetes::podSecurity).filter("restricted"::equals).isPresent(),
        DeploymentInputs.digest(service.getSpec(), name));
  }

  private static Resolution<String> clusterName(Service service, Optional<Cluster> cluster) {
    String wanted = Objects.requireNonNullElse(service.getSpec().cluster(), "");
    String asked = Arns.resource(wanted, "cluster").orElse(wanted);
    String name = clusterName(cluster);
    return asked.isEmpty() || asked.equals(DEFAULT_CLUSTER) || asked.equals(name)
        ? Resolution.of(name)
        : Resolution.missing(
            "ClusterNotFoundException",
            "cluster: Cluster not found. This namespace is the cluster "
                + name
                + ", not "
                + asked
                + "; apply the service in that cluster's namespace.");
  }

  private Resolution<TaskDefinitionRevision> revision(Service service) {
    String text = Objects.requireNonNullElse(service.getSpec().taskDefinition(), "");
    TaskDefinitionReference reference = TaskDefinitionReference.parse(text);
    String namespace = service.getMetadata().getNamespace();
    return catalog.revisions(namespace, reference.family()).stream()
        .filter(ServiceResolver::active)
        .filter(
            it -> reference.revision().isEmpty() || reference.revision().getAsInt() == number(it))
        .max(Comparator.comparingInt(ServiceResolver::number))
        .map(Resolution::of)
        .orElseGet(
            () ->
                Resolution.missing(
                    "TaskDefinitionNotFound",
                    "taskDefinition: Unable to describe task definition. No ACTIVE revision of "
                        + text
                        + " exists in namespace "
                        + namespace
                        + "; register it, and this service goes on by itself."));
  }

  private static boolean active(TaskDefinitionRevision revision) {
    var ours = revision.getSpec().kubernetes();
    return revision.getMetadata().getDeletionTimestamp() == null
        && revision.getSpec().revision() != null
        && (ours == null || !"INACTIVE".equals(ours.desiredStatus()));
  }

  private static int number(TaskDefinitionRevision revision) {
    Integer number = revision.getSpec().revision();
    return number == null ? 0 : number;
  }

  private static String nameOf(Cluster cluster) {
    return cluster.getMetadata().getName();
  }
}
