package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/** ContainerDefinition.entryPoint, command, workingDirectory, interactive and pseudoTerminal. */
final class Commands implements PodFeature {
  private static final String BASE = "containerDefinitions[].";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(BASE + "entryPoint", "containers[].command"),
        FieldRule.exact(BASE + "command", "containers[].args"),
        FieldRule.exact(BASE + "workingDirectory", "containers[].workingDir"),
        FieldRule.exact(BASE + "interactive", "containers[].stdin"),
        FieldRule.exact(BASE + "pseudoTerminal", "containers[].tty"));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    draft.setCommand(Expansion.literal(definition.entryPoint()));
    draft.setArgs(Expansion.literal(definition.command()));
    draft.setWorkingDir(definition.workingDirectory());
    draft.setStdin(definition.interactive());
    draft.setTty(definition.pseudoTerminal());
  }
}
