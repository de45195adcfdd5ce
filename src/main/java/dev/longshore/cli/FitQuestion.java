package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import dev.longshore.core.Names;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.RollTasks;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the cluster whether a planned service fits; it takes the right to list nodes and pods. */
record FitQuestion(EcsObjects objects) {
  /**
   * Nothing where no task starts, or where the user may not look.
   *
   * @param live the service as it is now
   * @param rolls whether its tasks are replaced
   */
  Optional<Fit> of(Service planned, Optional<Service> live, boolean rolls) {
    int running = live.map(Service::getStatus).map(FitQuestion::running).orElse(0);
    return RollTasks.of(
            planned,
            new ClientCatalog(objects),
            ServerFeatures.ofMinor(objects.client().getKubernetesVersion().getMinor()),
            new RollTasks.Now(running, rolls))
        .flatMap(wanted -> place(planned).map(it -> Fit.of(wanted, it)));
  }

  private Optional<Fit.Place> place(Service service) {
    String label = Names.labelValue(EcsObjects.name(service));
    Optional<List<Node>> nodes =
        ClientCatalog.seen(() -> objects.client().nodes().list().getItems());
    Optional<List<Pod>> pods =
        ClientCatalog.seen(() -> objects.client().pods().inAnyNamespace().list().getItems());
    return nodes.flatMap(seen -> pods.map(all -> new Fit.Place(seen, all, it -> own(it, label))));
  }

  private boolean own(Pod pod, String service) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels != null
        && service.equals(labels.get(Labels.SERVICE))
        && objects.namespace().equals(pod.getMetadata().getNamespace());
  }

  private static int running(ServiceStatus status) {
    return number(status.runningCount()) + number(status.pendingCount());
  }

  private static int number(@Nullable Integer count) {
    return Objects.requireNonNullElse(count, 0);
  }
}
