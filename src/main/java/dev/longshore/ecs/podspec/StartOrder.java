package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ContainerDefinition.dependsOn as the kubelet can keep it: what others wait for becomes an init
 * container, which also makes it stop after them.
 *
 * @param steps every container of the task, each after all it depends on
 */
public record StartOrder(List<Step> steps) {

  /** What a container is in the pod. */
  public enum Phase {
    /** An init container that has to end (COMPLETE, SUCCESS) before the next one starts. */
    BEFORE,

    /**
     * A sidecar: started (START) or seen healthy (HEALTHY) before the next one starts. The kubelet
     * starts it again when it ends, so its last state tells that it did.
     */
    BESIDE,

    /** An ordinary container. */
    MAIN
  }

  /**
   * A container and what others wait for of it.
   *
   * @param container ContainerDefinition.name
   * @param awaited conditions of its dependants: START, COMPLETE, SUCCESS, HEALTHY
   */
  public record Step(String container, Phase phase, Set<String> awaited) {
    public Step {
      awaited = Set.copyOf(awaited);
    }
  }

  public StartOrder {
    steps = List.copyOf(steps);
  }

  /** The order of a definition without cycles; one with cycles ends somewhere all the same. */
  public static StartOrder of(TaskDefinitionSpec definition) {
    return new Sorter(definition).sort();
  }

  /** The step of a container, by its ECS name. */
  public Step step(String container) {
    return steps.stream()
        .filter(step -> step.container().equals(container))
        .findFirst()
        .orElseGet(() -> new Step(container, Phase.MAIN, Set.of()));
  }

  /** Containers of a phase, in their order. */
  public List<String> in(Phase phase) {
    return steps.stream().filter(it -> it.phase() == phase).map(Step::container).toList();
  }

  private static final class Sorter {
    private final Map<String, ContainerDefinition> containers = new HashMap<>();
    private final Map<String, Set<String>> dependencies = new HashMap<>();
    private final Map<String, Set<String>> awaited = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final List<String> sorted = new ArrayList<>();
    private final Set<String> early = new HashSet<>();
    private final boolean held;

    Sorter(TaskDefinitionSpec definition) {
      for (ContainerDefinition container : definition.containerDefinitions()) {
        String name = requireNonNullElse(container.name(), "");
        containers.put(name, container);
        for (Dependency dependency : Dependency.of(container, definition)) {
          dependencies.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(dependency.on());
          awaited.computeIfAbsent(dependency.on(), k -> new HashSet<>()).add(dependency.until());
        }
      }
      definition.containerDefinitions().forEach(c -> visit(requireNonNullElse(c.name(), "")));
      sorted.stream().filter(this::runsToEnd).forEach(this::mustBeEarly);
      held = sorted.stream().anyMatch(name -> isEssential(name) && !awaited.containsKey(name));
    }

    StartOrder sort() {
      List<Step> steps = new ArrayList<>();
      Set<String> main = new HashSet<>();
      for (String name : sorted) {
        Phase phase = phase(name, main);
        if (phase == Phase.MAIN) {
          main.add(name);
        }
        steps.add(new Step(name, phase, awaited.getOrDefault(name, Set.of())));
      }
      return new StartOrder(steps);
    }

    /**
     * A pod ends with its ordinary containers, so one of them must be essential: where everything
     * essential is waited for, it stays ordinary and only the order of starting is kept.
     */
    private Phase phase(String name, Set<String> main) {
      if (!awaited.containsKey(name)) {
        return Phase.MAIN;
      }
      if (runsToEnd(name)) {
        return Phase.BEFORE;
      }
      boolean late = dependencies.getOrDefault(name, Set.of()).stream().anyMatch(main::contains);
      boolean keep = !held && !early.contains(name) && (isEssential(name) || late);
      return keep ? Phase.MAIN : Phase.BESIDE;
    }

    private boolean runsToEnd(String name) {
      Set<String> conditions = awaited.getOrDefault(name, Set.of());
      return conditions.contains("COMPLETE") || conditions.contains("SUCCESS");
    }

    private void visit(String name) {
      if (containers.containsKey(name) && visited.add(name)) {
        dependencies.getOrDefault(name, Set.of()).forEach(this::visit);
        sorted.add(name);
      }
    }

    private void mustBeEarly(String name) {
      if (early.add(name)) {
        dependencies.getOrDefault(name, Set.of()).forEach(this::mustBeEarly);
      }
    }

    private boolean isEssential(String name) {
      ContainerDefinition container = containers.get(name);
      return container != null && !Boolean.FALSE.equals(container.essential());
    }
  }
}
