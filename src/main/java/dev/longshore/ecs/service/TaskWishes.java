package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Problem;
import dev.longshore.ecs.placement.PlacementChecks;
import dev.longshore.ecs.placement.PlacementRequest;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import dev.longshore.ecs.taskdefinition.TagChecks;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a service asks of its tasks beyond their definition: where they run, the tags they carry and
 * the volumes they get. All of it is settled when a deployment starts.
 */
final class TaskWishes {
  private TaskWishes() {}

  static PlacementRequest placement(ServiceSpec spec) {
    return new PlacementRequest(spec.placementConstraints(), ZoneBalance.strategy(spec));
  }

  /** Whether no two tasks of the service may share a node. */
  static boolean apart(ServiceSpec spec) {
    return spec.placementConstraints().stream()
        .anyMatch(it -> "distinctInstance".equals(it.type()));
  }

  /** What is wrong with the request, whatever it runs. */
  static Stream<Problem> problems(ServiceSpec spec) {
    PlacementRequest asked =
        new PlacementRequest(spec.placementConstraints(), spec.placementStrategy());
    return Stream.of(
            PlacementChecks.of(asked, Scheduling.daemon(spec) ? null : spec.launchType()).stream(),
            ZoneBalance.problems(spec),
            TagChecks.of(spec.tags()).stream(),
            VolumeConfigurations.of(spec.volumeConfigurations()).problems().stream())
        .flatMap(it -> it);
  }

  /** What is wrong with the request for this definition. */
  static List<Problem> problems(ServiceSpec spec, TaskDefinitionSpec definition) {
    return Stream.of(
            PlacementChecks.with(placement(spec), definition),
            TargetPorts.problems(spec, definition),
            VolumeConfigurations.of(spec.volumeConfigurations()).strangers(definition))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * What looks at other tasks. All tasks of the service keep apart, whatever deployment they are
   * of; a spread counts those of the task's own, so that it is even once the older ones are gone.
   */
  static void place(PodSpec draft, Service service, Map<String, String> labels) {
    if (Scheduling.daemon(service.getSpec())) {
      return; // one a node in any case
    }
    Map<String, String> group = ServiceNames.selector(service);
    Map<String, String> own = new TreeMap<>(group);
    own.put(Labels.DEPLOYMENT, String.valueOf(labels.get(Labels.DEPLOYMENT)));
    placement(service.getSpec()).write(draft, new PlacementRequest.Tasks(group, own));
  }

  /** The tags that propagateTags brings to the tasks of a service. */
  static List<Tag> tags(ServiceSpec spec, TaskDefinitionSpec definition) {
    return switch (Objects.requireNonNullElse(spec.propagateTags(), "NONE")) {
      case "SERVICE" -> spec.tags();
      case "TASK_DEFINITION" -> definition.tags();
      default -> List.of();
    };
  }
}
