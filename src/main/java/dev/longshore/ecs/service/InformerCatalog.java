package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Keys;
import dev.longshore.core.Labels;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.podsecurity.ProfileInForce;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service refers to, from the caches. */
record InformerCatalog(Context<Service> context) implements Catalog {
  private static final String TASKS = Labels.SELECTOR + "," + Labels.SERVICE;

  /** Key of the services that every node concerns. */
  private static final String EVERY_NODE = "nodes";

  /** Key of the nodes that take no more tasks. */
  private static final String CORDONED = "cordoned";

  /** The watches that fill the caches and say which services look again when something changes. */
  static List<EventSource<?, Service>> sources(EventSourceContext<Service> context) {
    KeyedSources<Service> sources = new KeyedSources<>(context, InformerCatalog::keys);
    InformerEventSource<Pod, Service> tasks = sources.pods(TASKS, InformerCatalog::service);
    Keys<Node> nodes =
        new Keys<>(
            node -> Nodes.cordoned(node) ? CORDONED : KeyedSources.ALL,
            node -> Stream.concat(Stream.of(EVERY_NODE), on(node, tasks)));
    return List.of(
        sources.of(
            TaskDefinitionRevision.class, InformerCatalog::family, KeyedSources::specChanged),
        sources.of(Cluster.class, InformerCatalog::inNamespace, KeyedSources::specChanged),
        sources.of(Namespace.class, it -> it.getMetadata().getName(), ProfileInForce::changed),
        Nodes.source(sources, nodes),
        sources.of(CapacityProvider.class, any -> KeyedSources.ALL, KeyedSources::specChanged),
        tasks);
  }

  /** The services with a task on the node. */
  private static Stream<String> on(Node node, InformerEventSource<Pod, Service> tasks) {
    String name = node.getMetadata().getName();
    return tasks
        .list(pod -> name.equals(pod.getSpec().getNodeName()))
        .map(InformerCatalog::service)
        .distinct();
  }

  /** Tasks of a service, those that its own children made. */
  List<Pod> pods(Service service) {
    return made(
        KeyedSources.find(
            context, Pod.class, label(namespace(service), ServiceNames.label(service))),
        context.getSecondaryResources(Deployment.class),
        context.getSecondaryResources(DaemonSet.class));
  }

  /**
   * Pods that some children made. Another service has the label too where both ask for one ECS
   * name, or where one of that name was deleted and its tasks still stop.
   */
  static List<Pod> made(List<Pod> pods, Set<Deployment> children, Set<DaemonSet> daemons) {
    Set<String> mine =
        children.stream()
            .map(child -> child.getMetadata().getLabels().getOrDefault(Labels.DEPLOYMENT, ""))
            .collect(Collectors.toSet());
    return pods.stream()
        .filter(
            pod ->
                mine.contains(pod.getMetadata().getLabels().get(Labels.DEPLOYMENT))
                    || daemons.stream().anyMatch(pod::hasOwnerReferenceFor))
        .toList();
  }

  /** The nodes as far as it matters which of them take tasks. */
  Scheduling.NodesSeen nodes() {
    return new Scheduling.NodesSeen(
        KeyedSources.find(context, Node.class, CORDONED),
        () -> KeyedSources.find(context, Node.class, KeyedSources.ALL));
  }

  @Override
  public List<TaskDefinitionRevision> revisions(String namespace, String family) {
    return KeyedSources.find(context, TaskDefinitionRevision.class, family(namespace, family));
  }

  @Override
  public Optional<Cluster> cluster(String namespace) {
    return Oldest.of(KeyedSources.find(context, Cluster.class, namespace));
  }

  @Override
  public Optional<Namespace> namespace(String name) {
    return KeyedSources.find(context, Namespace.class, name).stream().findFirst();
  }

  @Override
  public List<CapacityProvider> capacityProviders() {
    return KeyedSources.find(context, CapacityProvider.class, KeyedSources.ALL);
  }

  @Override
  public List<Service> services(String namespace, String serviceName) {
    return KeyedSources.primaries(context, name(namespace, serviceName));
  }

  private static List<String> keys(Service service) {
    String namespace = namespace(service);
    String reference = Objects.requireNonNullElse(service.getSpec().taskDefinition(), "");
    return List.of(
        KeyedSources.ALL,
        Scheduling.asksNodes(service.getSpec()) ? EVERY_NODE : KeyedSources.ALL,
        namespace,
        family(namespace, TaskDefinitionReference.parse(reference).family()),
        name(namespace, ServiceNames.of(service)),
        label(namespace, ServiceNames.label(service)));
  }

  private static String namespace(Service service) {
    return service.getMetadata().getNamespace();
  }

  private static String inNamespace(Cluster cluster) {
    return cluster.getMetadata().getNamespace();
  }

  private static String family(TaskDefinitionRevision revision) {
    return family(
        revision.getMetadata().getNamespace(), String.valueOf(revision.getSpec().family()));
  }

  private static String service(Pod pod) {
    return label(
        pod.getMetadata().getNamespace(),
        pod.getMetadata().getLabels().getOrDefault(Labels.SERVICE, ""));
  }

  private static String family(String namespace, String family) {
    return namespace + "/family/" + family;
  }

  private static String name(String namespace, String name) {
    return namespace + "/name/" + name;
  }

  private static String label(String namespace, String label) {
    return namespace + "/label/" + label;
  }
}
