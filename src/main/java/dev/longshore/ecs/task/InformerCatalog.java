package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Labels;
import dev.longshore.core.Oldest;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.podsecurity.ProfileInForce;
import dev.longshore.ecs.taskdefinition.Revisions;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Optional;

/** What tasks refer to, from the caches; whatever appears wakes the tasks that wait for it. */
record InformerCatalog(Context<Task> context) implements Catalog {

  static List<EventSource<?, Task>> sources(EventSourceContext<Task> context) {
    KeyedSources<Task> sources = new KeyedSources<>(context, InformerCatalog::keys);
    return List.of(
        sources.of(
            TaskDefinitionRevision.class,
            it -> family(it.getMetadata().getNamespace(), Revisions.family(it)),
            KeyedSources::specChanged),
        sources.of(
            Cluster.class,
            it -> ofNamespace(it.getMetadata().getNamespace()),
            KeyedSources::specChanged),
        sources.of(
            Namespace.class,
            it -> ofNamespace(it.getMetadata().getName()),
            ProfileInForce::changed),
        Nodes.lookedUp(sources, it -> ofNode(it.getMetadata().getName())),
        sources.of(CapacityProvider.class, it -> KeyedSources.ALL, KeyedSources::specChanged),
        sources.pods(
            Labels.SELECTOR + "," + Labels.TASK,
            it ->
                pod(
                    it.getMetadata().getNamespace(),
                    it.getMetadata().getLabels().getOrDefault(Labels.TASK, ""))));
  }

  /** The task's own Job and pod, as far as the caches show them. */
  TaskObserved observe(Task task) {
    List<Job> jobs = Ownership.jobs(task, context.getSecondaryResources(Job.class));
    List<Pod> pods = KeyedSources.find(context, Pod.class, pod(task));
    TaskObserved seen = TaskObserved.of(jobs, Ownership.pods(task, jobs, pods));
    return seen.in(zone(seen.node()));
  }

  private String zone(String node) {
    return KeyedSources.find(context, Node.class, ofNode(node)).stream()
        .map(Nodes::zone)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<TaskDefinitionRevision> revisions(String namespace, String family) {
    return KeyedSources.find(context, TaskDefinitionRevision.class, family(namespace, family));
  }

  @Override
  public Optional<Cluster> cluster(String namespace) {
    return Oldest.of(KeyedSources.find(context, Cluster.class, ofNamespace(namespace)));
  }

  @Override
  public Optional<Namespace> namespace(String name) {
    return KeyedSources.find(context, Namespace.class, ofNamespace(name)).stream().findFirst();
  }

  @Override
  public List<CapacityProvider> capacityProviders() {
    return KeyedSources.find(context, CapacityProvider.class, KeyedSources.ALL);
  }

  /** Only a task that has not started looks at references. */
  private static List<String> keys(Task task) {
    if (task.getStatus() != null && task.getStatus().lastStatus() != null) {
      return List.of(pod(task));
    }
    String namespace = task.getMetadata().getNamespace();
    String reference = String.valueOf(task.getSpec().taskDefinition());
    return List.of(
        pod(task),
        family(namespace, TaskDefinitionReference.parse(reference).family()),
        ofNamespace(namespace),
        KeyedSources.ALL);
  }

  private static String pod(Task task) {
    return pod(task.getMetadata().getNamespace(), TaskNames.id(task));
  }

  private static String pod(String namespace, String id) {
    return "task/" + namespace + "/" + id;
  }

  private static String family(String namespace, String family) {
    return "family/" + namespace + "/" + family;
  }

  private static String ofNode(String node) {
    return "node/" + node;
  }

  private static String ofNamespace(String namespace) {
    return "namespace/" + namespace;
  }
}
