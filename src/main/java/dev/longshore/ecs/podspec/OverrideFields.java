package dev.longshore.ecs.podspec;

import dev.longshore.ecs.fidelity.FieldRule;
import java.util.List;

/**
 * The members of RunTask.overrides whose class depends on the value: what is judged in a definition
 * is judged in an override alike.
 */
public final class OverrideFields {
  private static final String TASK = "overrides.";
  private static final String CONTAINER = "overrides.containerOverrides[].";

  private OverrideFields() {}

  /** What becomes of each of them. */
  public static List<FieldRule> rules() {
    return List.of(
        EnvironmentFiles.value(CONTAINER + "environmentFiles[].value"),
        Accelerators.type(CONTAINER + "resourceRequirements[].type"),
        PullSecrets.executionRole(TASK + "executionRoleArn"));
  }
}
