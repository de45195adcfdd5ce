package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.TreeMap;

/** How a service and its children are called and labelled. */
final class ServiceNames {
  private ServiceNames() {}

  /** The ECS name: {@code spec.serviceName}, or the object's own. */
  static String of(Service service) {
    String name = service.getSpec().serviceName();
    return name == null || name.isEmpty() ? service.getMetadata().getName() : name;
  }

  /** Value of the label that every child and task of the service carries. */
  static String label(Service service) {
    return Names.labelValue(of(service));
  }

  /** What selects every task of the service. */
  static Map<String, String> selector(Service service) {
    return Map.of(Labels.SERVICE, label(service));
  }

  static String selectorText(Service service) {
    return Labels.SERVICE + "=" + label(service);
  }

  /** Labels of every child and task. */
  static Map<String, String> labels(Service service, String cluster) {
    Map<String, String> labels = new TreeMap<>(Labels.common(of(service)));
    labels.putAll(selector(service));
    labels.put(Labels.CLUSTER, Names.labelValue(cluster));
    labels.put(Labels.TASK_GROUP, Names.labelValue("service:" + of(service)));
    return labels;
  }

  /** Metadata of the children that carry the service's own DNS-safe name. */
  static ObjectMeta metadata(Service service, String cluster) {
    return new ObjectMetaBuilder()
        .withName(Names.dnsLabel(of(service)))
        .withNamespace(service.getMetadata().getNamespace())
        .withLabels(labels(service, cluster))
        .addToAnnotations(Labels.NAME, of(service))
        .build();
  }
}
