package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.AutoScalingGroupProvider;
import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.ecs.capacityprovider.Distribution;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ChildDeployments.Marks;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tasks that a service would have to find room for at once, at the peak of a roll-out or when
 * more are asked for.
 *
 * @param parts one for each capacity provider
 * @param stopFirst tasks that run and stop before any of these can start
 * @param apart whether no two tasks of the service share a node
 */
public record RollTasks(List<Part> parts, int stopFirst, boolean apart) {
  public RollTasks {
    parts = List.copyOf(parts);
  }

  /**
   * Equal tasks.
   *
   * @param provider that they are placed with; empty for none
   * @param scales whether the provider may add nodes for them
   * @param pod as each would be made
   */
  public record Part(String provider, boolean scales, int tasks, Pod pod) {}

  /**
   * What runs of a service, and what becomes of it.
   *
   * @param running tasks RUNNING or PENDING
   * @param rolls whether all of them are replaced
   */
  public record Now(int running, boolean rolls) {}

  /**
   * By the rules of the engine. None where nothing starts, where something is missing, and for
   * daemons: on each node the old task makes room for the new one.
   */
  public static Optional<RollTasks> of(
      Service service, Catalog catalog, ServerFeatures server, Now now) {
    Bounds bounds = Percents.of(service.getSpec()).bounds(ServicePlan.desired(service));
    int stopFirst =
        now.rolls() && bounds.maxTasks() <= now.running()
            ? Math.max(0, now.running() - bounds.minHealthy())
            : 0;
    int most = now.rolls() ? bounds.maxTasks() : bounds.desired();
    int atOnce = Math.min(bounds.desired(), most - now.running() + stopFirst);
    return atOnce <= 0 || Scheduling.daemon(service)
        ? Optional.empty()
        : new ServiceResolver(catalog)
            .resolve(service)
            .map(it -> new Rendering(service, it, catalog, server).parts(atOnce))
            .map(it -> new RollTasks(it, stopFirst, TaskWishes.apart(service.getSpec())))
            .found();
  }

  private record Rendering(
      Service service, ServiceInputs inputs, Catalog catalog, ServerFeatures server) {
    List<Part> parts(int tasks) {
      List<Integer> counts = Distribution.of(tasks, inputs.strategy());
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < counts.size(); i++) {
        if (counts.get(i) > 0) {
          Placement placement = inputs.placements().get(i);
          String provider = placement.share().provider();
          parts.add(new Part(provider, scales(provider), counts.get(i), pod(placement)));
        }
      }
      return parts;
    }

    private boolean scales(String provider) {
      return catalog
          .capacityProvider(provider)
          .map(CapacityProvider::getSpec)
          .filter(it -> it.managedInstancesProvider() != null || scales(it))
          .isPresent();
    }

    private static boolean scales(CapacityProviderSpec provider) {
      return Optional.ofNullable(provider.autoScalingGroupProvider())
          .map(AutoScalingGroupProvider::managedScaling)
          .filter(it -> "ENABLED".equals(it.status()))
          .isPresent();
    }

    private Pod pod(Placement placement) {
      Map<String, String> labels = new TreeMap<>(ServiceNames.labels(service, inputs.cluster()));
      labels.put(Labels.DEPLOYMENT, "");
      PodTemplateSpec template =
          new TaskTemplates(server)
              .render(service, inputs, placement, new Marks(labels, Map.of()))
              .template();
      return new PodBuilder()
          .withMetadata(template.getMetadata())
          .editMetadata()
          .withNamespace(service.getMetadata().getNamespace())
          .endMetadata()
          .withSpec(template.getSpec())
          .build();
    }
  }
}
