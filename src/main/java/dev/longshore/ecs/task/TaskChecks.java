package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Providers;
import dev.longshore.ecs.capacityprovider.Strategies;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityLine;
import dev.longshore.ecs.placement.PlacementChecks;
import dev.longshore.ecs.placement.PlacementRequest;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import dev.longshore.ecs.taskdefinition.TagChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a task may not ask for, with ECS's class of error and a remedy: it never starts. */
final class TaskChecks {
  private static final String INVALID = "InvalidParameterException";
  private static final String UNSUPPORTED = "UnsupportedFeatureException";
  private static final Set<String> LAUNCH_TYPES = Set.of("", "EC2", "FARGATE", "EXTERNAL");

  private TaskChecks() {}

  static List<Problem> of(Task task, Catalog catalog) {
    TaskSpec spec = task.getSpec();
    List<Problem> problems = new ArrayList<>();
    String launchType = spec.launchType() == null ? "" : spec.launchType();
    if (!launchType.isEmpty() && !spec.capacityProviderStrategy().isEmpty()) {
      problems.add(
          new Problem(
              INVALID,
              "launchType: Specify either Launch Type or Capacity Provider Strategy, but not both."));
    }
    if (!LAUNCH_TYPES.contains(launchType)) {
      problems.add(
          new Problem(
              INVALID,
              "launchType: %s is not a launch type here; use EC2, FARGATE or EXTERNAL, or a capacityProviderStrategy."
                  .formatted(launchType)));
    }
    return Stream.of(
            problems.stream(),
            PlacementChecks.of(placement(spec), spec.launchType()).stream(),
            TagChecks.of(spec.tags()).stream(),
            strategy(task, catalog),
            rejected(spec))
        .flatMap(Function.identity())
        .toList();
  }

  /** What the definition, with the overrides, leaves open for the request to say. */
  static List<Problem> of(TaskSpec spec, TaskDefinitionSpec definition) {
    VolumeConfigurations volumes = VolumeConfigurations.of(spec.volumeConfigurations());
    return Stream.of(
            volumes.missing(definition),
            volumes.strangers(definition),
            volumes.problems(),
            PlacementChecks.with(placement(spec), definition))
        .flatMap(List::stream)
        .toList();
  }

  static PlacementRequest placement(TaskSpec spec) {
    return new PlacementRequest(spec.placementConstraints(), spec.placementStrategy());
  }

  /** What heals when a provider appears is the resolver's to say. */
  private static Stream<Problem> strategy(Task task, Catalog catalog) {
    Providers providers =
        Providers.of(
            catalog.capacityProviders(), catalog.cluster(task.getMetadata().getNamespace()));
    return Strategies.validate(
            "capacityProviderStrategy", task.getSpec().capacityProviderStrategy(), providers)
        .stream()
        .filter(problem -> problem.reason().equals(Strategies.INVALID));
  }

  /** Members the fidelity table rejects, each structure once. */
  private static Stream<Problem> rejected(TaskSpec spec) {
    return TaskFields.rules()
        .report(Mappers.json().valueToTree(spec))
        .of(FidelityClass.REJECTED)
        .stream()
        .collect(
            Collectors.toMap(FidelityLine::note, line -> line, (one, other) -> one, TreeMap::new))
        .values()
        .stream()
        .map(line -> new Problem(UNSUPPORTED, line.path() + ": " + line.note() + "."));
  }
}
