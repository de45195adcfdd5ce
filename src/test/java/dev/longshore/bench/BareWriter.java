package dev.longshore.bench;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what a service needs and decides nothing: the custom resource, copies of the children that
 * the operator made for one, its status once, and as many Events.
 */
final class BareWriter {
  private final KubernetesClient client;
  private final String namespace;
  private final Service service;
  private final List<HasMetadata> children;
  private final List<Event> events;

  private BareWriter(
      KubernetesClient client,
      String namespace,
      Service service,
      List<HasMetadata> children,
      List<Event> events) {
    this.client = client;
    this.namespace = namespace;
    this.service = service;
    this.children = children;
    this.events = events;
  }

  /** One that repeats a service which the operator brought to a steady state. */
  static BareWriter like(String name, Bed bed, String namespace) {
    KubernetesClient client = bed.client();
    Service service =
        client.resources(Service.class).inNamespace(Bed.SERVED).withName(name).require();
    List<HasMetadata> children = new ArrayList<>();
    Stream.of(
            client.apps().deployments().inNamespace(Bed.SERVED).list().getItems(),
            client.services().inNamespace(Bed.SERVED).list().getItems(),
            client.policy().v1().podDisruptionBudget().inNamespace(Bed.SERVED).list().getItems())
        .flatMap(List::stream)
        .filter(it -> it.hasOwnerReferenceFor(service))
        .forEach(children::add);
    List<Event> events =
        client.v1().events().inNamespace(Bed.SERVED).list().getItems().stream()
            .filter(it -> name.equals(it.getInvolvedObject().getName()))
            .filter(it -> "Service".equals(it.getInvolvedObject().getKind()))
            .toList();
    return new BareWriter(client, namespace, service, children, events);
  }

  /** How many requests one set takes: the resource, its children, its status and its Events. */
  int requests() {
    return 2 + children.size() + events.size();
  }

  void write(int number) {
    String name = "bare-" + number;
    Service resource = new Service();
    resource.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    resource.setSpec(service.getSpec());
    Service made = client.resource(resource).create();
    children.forEach(child -> client.resource(copy(child, name)).create());
    made.setStatus(service.getStatus());
    made.getMetadata().setManagedFields(null);
    client.resource(made).updateStatus();
    for (int i = 0; i < events.size(); i++) {
      client.resource(copy(events.get(i), name + "-" + i)).create();
    }
  }

  private <T extends HasMetadata> T copy(T object, String name) {
    T copy = Serialization.clone(object);
    copy.setMetadata(
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(namespace)
            .withLabels(object.getMetadata().getLabels())
            .withAnnotations(object.getMetadata().getAnnotations())
            .build());
    switch (copy) {
      case io.fabric8.kubernetes.api.model.apps.Deployment it -> {
        it.setStatus(null);
        Map<String, String> mine = Map.of(Labels.SERVICE, name);
        it.getSpec().getSelector().getMatchLabels().putAll(mine);
        it.getSpec().getTemplate().getMetadata().getLabels().putAll(mine);
      }
      case io.fabric8.kubernetes.api.model.Service it -> {
        it.setStatus(null);
        it.getSpec().setClusterIP(null);
        it.getSpec().setClusterIPs(null);
        it.getSpec().setSelector(Map.of(Labels.SERVICE, name));
      }
      case io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget it -> {
        it.setStatus(null);
        it.getSpec().getSelector().setMatchLabels(Map.of(Labels.SERVICE, name));
      }
      case Event it -> it.getInvolvedObject().setNamespace(namespace);
      default -> {}
    }
    return copy;
  }
}
