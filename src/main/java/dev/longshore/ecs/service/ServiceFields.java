package dev.longshore.ecs.service;

import dev.longshore.ecs.fidelity.Fidelity;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.RuleTable;
import dev.longshore.ecs.placement.PlacementFields;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of each member of CreateService and UpdateService. */
public final class ServiceFields {
  private static final Fidelity RULES =
      new Fidelity(
          Stream.of(
                  RuleTable.of("CreateService"),
                  PlacementFields.rules(),
                  ServiceConnect.fields(),
                  VolumeConfigurations.fields(),
                  ZoneBalance.fields())
              .flatMap(List::stream)
              .toList());

  /** Settled when a service is made: members that UpdateService does not have. */
  private static final Set<String> FIXED =
      Set.of("clientToken", "launchType", "role", "schedulingStrategy", "serviceName", "tags");

  private static final Fidelity UPDATES =
      new Fidelity(
          Stream.concat(
                  Stream.of(
                      FieldRule.equivalent(
                          "service",
                          "metadata.name",
                          "read by the command line; in YAML the object has the name")),
                  RULES.rules().stream().filter(ServiceFields::changeable))
              .toList());

  private ServiceFields() {}

  public static Fidelity rules() {
    return RULES;
  }

  /** Those of UpdateService. */
  public static Fidelity updates() {
    return UPDATES;
  }

  private static boolean changeable(FieldRule rule) {
    String member = rule.path().split("[.\\[]", 2)[0];
    return !FIXED.contains(member) && !rule.note().equals("only in responses");
  }
}
