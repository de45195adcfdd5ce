package dev.longshore.ecs.fidelity;

import java.util.Arrays;

/** The promise for one field of an ECS document; every field present ends in exactly one class. */
public enum FidelityClass {
  EXACT("exact"),
  EQUIVALENT("equivalent"),
  APPROXIMATED("approximated"),
  IGNORED("ignored"),
  REJECTED("rejected"),
  NOT_IMPLEMENTED("notImplemented");

  private final String wire;

  FidelityClass(String wire) {
    this.wire = wire;
  }

  /** The spelling in reports, tables and status. */
  public String wire() {
    return wire;
  }

  /** The class of that spelling; a table with another word is a mistake of ours. */
  public static FidelityClass of(String wire) {
    return Arrays.stream(values())
        .filter(value -> value.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fidelity class " + wire));
  }
}
