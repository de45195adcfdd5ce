package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Optional;

/**
 * ContainerDefinition.firelensConfiguration: the log router starts before those that log through it
 * and stops after them; they find it in FLUENT_HOST and FLUENT_PORT, as ECS's agent tells them.
 */
final class FireLens implements PodFeature {
  private static final String BASE = "containerDefinitions[].firelensConfiguration";
  static final String DRIVER = "awsfirelens";

  /** Containers of a pod share one loopback. */
  private static final String HOST = "127.0.0.1";

  /** Port of the forward protocol. */
  private static final String PORT = "24224";

  @Override
  public List<FieldRule> fields() {
    String note =
        "loggers reach it by FLUENT_HOST and FLUENT_PORT; the node collects the standard output";
    return List.of(
        FieldRule.approximated(BASE, "initContainers[] with restartPolicy Always", note),
        FieldRule.equivalent(BASE + ".type", "", "the image is the router, whichever it is"),
        FieldRule.approximated(
            BASE + ".options",
            "",
            "the router runs with the configuration of its image; none is generated"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    if (logsThroughRouter(definition) && router(inputs.definition()).isPresent()) {
      add(draft, "FLUENT_HOST", HOST);
      add(draft, "FLUENT_PORT", PORT);
    }
  }

  /** The task's log router: a task has one at most. */
  static Optional<ContainerDefinition> router(TaskDefinitionSpec definition) {
    return definition.containerDefinitions().stream()
        .filter(container -> container.firelensConfiguration() != null)
        .findFirst();
  }

  static boolean logsThroughRouter(ContainerDefinition container) {
    return container.firelensConfiguration() == null
        && container.logConfiguration() != null
        && DRIVER.equals(container.logConfiguration().logDriver());
  }

  private static void add(Container draft, String name, String value) {
    if (draft.getEnv().stream().noneMatch(variable -> variable.getName().equals(name))) {
      draft.getEnv().add(new EnvVar(name, value, null));
    }
  }
}
