package dev.longshore.ecs.service;

import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.placement.PlacementFields;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of each member of CreateService. */
public final class ServiceFields {
  private static final Fidelity RULES =
      new Fidelity(
          Stream.of(
                  RuleTable.of("CreateService"),
                  PlacementFields.rules(),
                  VolumeConfigurations.fields(),
                  ZoneBalance.fields())
              .flatMap(List::stream)
              .toList());

  private ServiceFields() {}

  public static Fidelity rules() {
    return RULES;
  }
}
