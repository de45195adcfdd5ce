package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.ContainerDependency;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One container waits for another.
 *
 * @param on the container waited for
 * @param until ContainerDependency.condition
 */
record Dependency(String on, String until) {
  private static final String START = "START";

  /** What a container says itself, and that it logs only once the task's log router is there. */
  static List<Dependency> of(ContainerDefinition container, TaskDefinitionSpec definition) {
    List<Dependency> found = new ArrayList<>();
    for (ContainerDependency dependency : container.dependsOn()) {
      if (dependency.containerName() != null && dependency.condition() != null) {
        found.add(new Dependency(dependency.containerName(), dependency.condition()));
      }
    }
    if (FireLens.logsThroughRouter(container)) {
      FireLens.router(definition)
          .map(router -> requireNonNullElse(router.name(), ""))
          .filter(router -> !waits(router, container, new Search(definition, new HashSet<>())))
          .ifPresent(router -> found.add(new Dependency(router, START)));
    }
    return found;
  }

  private record Search(TaskDefinitionSpec definition, Set<String> seen) {}

  /** Whether the container of that name waits, over however many others, for the other one. */
  private static boolean waits(String name, ContainerDefinition other, Search search) {
    if (name.equals(other.name())) {
      return true;
    }
    return search.seen().add(name)
        && search.definition().containerDefinitions().stream()
            .filter(container -> name.equals(container.name()))
            .flatMap(container -> container.dependsOn().stream())
            .map(dependency -> requireNonNullElse(dependency.containerName(), ""))
            .anyMatch(next -> waits(next, other, search));
  }
}
