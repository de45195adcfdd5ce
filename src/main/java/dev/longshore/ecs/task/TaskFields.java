package dev.longshore.ecs.task;

import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.placement.PlacementFields;
import dev.longshore.ecs.podspec.OverrideFields;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of each member of RunTask. */
public final class TaskFields {
  private static final Fidelity RULES =
      new Fidelity(
          Stream.of(
                  RuleTable.of("RunTask"),
                  OverrideFields.rules(),
                  PlacementFields.rules(),
                  VolumeConfigurations.fields())
              .flatMap(List::stream)
              .toList());

  private TaskFields() {}

  public static Fidelity rules() {
    return RULES;
  }
}
