package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.EventSources;
import dev.longshore.core.Labels;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service refers to, from the caches, and who has to look again when one of them changes.
 */
final class InformerCatalog implements Catalog {
  private static final String BY_FAMILY = "family";
  private static final String BY_NAME = "name";

  private final IndexerResourceCache<Service> services;
  private final InformerEventSource<TaskDefinitionRevision, Service> revisions;
  private final InformerEventSource<Cluster, Service> clusters;
  private final InformerEventSource<CapacityProvider, Service> capacityProviders;
  private final InformerEventSource<Pod, Service> pods;

  InformerCatalog(EventSourceContext<Service> context) {
    EventSources<Service> sources = new EventSources<>(context);
    this.services = context.getPrimaryCache();
    services.addIndexers(
        Map.of(
            BY_FAMILY, service -> List.of(key(service, family(service))),
            BY_NAME, service -> List.of(key(service, ServiceNames.of(service)))));
    this.revisions = sources.related(TaskDefinitionRevision.class, null, this::users);
    revisions.addIndexers(
        Map.of(
            BY_FAMILY,
            revision -> List.of(key(revision, String.valueOf(revision.getSpec().family())))));
    this.clusters = sources.related(Cluster.class, null, this::inNamespace);
    this.capacityProviders = sources.related(CapacityProvider.class, null, any -> all());
    this.pods = sources.related(Pod.class, Labels.SELECTOR + "," + Labels.SERVICE, this::service);
    pods.addIndexers(Map.of(BY_NAME, pod -> List.of(key(pod, label(pod)))));
  }

  List<EventSource<?, Service>> sources() {
    return List.of(revisions, clusters, capacityProviders, pods);
  }

  /** Tasks of a service, by its label. */
  List<Pod> pods(Service service) {
    return pods.byIndex(BY_NAME, key(service, ServiceNames.label(service)));
  }

  @Override
  public List<TaskDefinitionRevision> revisions(String namespace, String family) {
    return revisions.byIndex(BY_FAMILY, namespace + "/" + family);
  }

  @Override
  public Optional<Cluster> cluster(String namespace) {
    return clusters.list(namespace, cluster -> true).min(AGE);
  }

  @Override
  public List<CapacityProvider> capacityProviders() {
    return capacityProviders.list().toList();
  }

  @Override
  public List<Service> services(String namespace, String serviceName) {
    return services.byIndex(BY_NAME, namespace + "/" + serviceName);
  }

  private Set<ResourceID> users(TaskDefinitionRevision revision) {
    return ids(
        services.byIndex(BY_FAMILY, key(revision, String.valueOf(revision.getSpec().family()))));
  }

  private Set<ResourceID> service(Pod pod) {
    return services
        .list(pod.getMetadata().getNamespace(), service -> true)
        .filter(service -> label(pod).equals(ServiceNames.label(service)))
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  private Set<ResourceID> inNamespace(Cluster cluster) {
    return services
        .list(cluster.getMetadata().getNamespace(), service -> true)
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  private Set<ResourceID> all() {
    return services.list().map(ResourceID::fromResource).collect(Collectors.toSet());
  }

  private static Set<ResourceID> ids(List<Service> services) {
    return services.stream().map(ResourceID::fromResource).collect(Collectors.toSet());
  }

  private static String family(Service service) {
    return TaskDefinitionReference.parse(
            Objects.requireNonNullElse(service.getSpec().taskDefinition(), ""))
        .family();
  }

  private static String label(Pod pod) {
    return pod.getMetadata().getLabels().getOrDefault(Labels.SERVICE, "");
  }

  private static String key(HasMetadata object, String name) {
    return object.getMetadata().getNamespace() + "/" + name;
  }
}
