package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Actions;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

/**
 * Children that lost the label by which the caches find them. They would count as gone, and a
 * second set of tasks would start beside them.
 */
record LostChildren(Actions actions) {
  private static final String LABEL =
      "{\"metadata\":{\"labels\":{\"%s\":\"%s\"}}}".formatted(Labels.MANAGED_BY, Labels.LONGSHORE);

  /** Gives it back to those of a service that had children; whether there were any. */
  boolean found(Service service) {
    if (service.getStatus() == null || service.getStatus().deployments().isEmpty()) {
      return false;
    }
    List<? extends HasMetadata> lost =
        Scheduling.daemon(service)
            ? lost(DaemonSet.class, service)
            : lost(Deployment.class, service);
    lost.forEach(child -> actions.merge(child, LABEL));
    return !lost.isEmpty();
  }

  private <T extends HasMetadata> List<T> lost(Class<T> type, Service service) {
    return actions
        .list(type, service.getMetadata().getNamespace(), ServiceNames.selector(service))
        .stream()
        .filter(child -> child.getMetadata().getDeletionTimestamp() == null)
        .filter(
            child ->
                !Labels.LONGSHORE.equals(child.getMetadata().getLabels().get(Labels.MANAGED_BY)))
        .filter(child -> child.hasOwnerReferenceFor(service))
        .toList();
  }
}
