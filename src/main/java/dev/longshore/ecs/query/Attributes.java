package dev.longshore.ecs.query;

import dev.longshore.core.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Attributes of ECS's container instances as labels of nodes. Those of the platform owner are
 * labels of a domain of ours.
 */
public final class Attributes {
  /** Why an attribute has no label. */
  public static final String NO_LABEL =
      "no name for a label: up to 63 letters, digits, '-', '_' and '.'";

  static final String ARCHITECTURE = "kubernetes.io/arch";

  private static final Map<String, String> KNOWN =
      Map.of(
          "ecs.availability-zone", "topology.kubernetes.io/zone",
          "ecs.instance-type", "node.kubernetes.io/instance-type",
          "ecs.os-type", "kubernetes.io/os",
          "ecs.cpu-architecture", ARCHITECTURE);

  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

  private Attributes() {}

  /** The label that holds an attribute, unless no label can have its name. */
  public static Optional<String> label(String attribute) {
    String known = KNOWN.get(attribute);
    if (known != null) {
      return Optional.of(known);
    }
    String own = attribute.replaceAll("[/\\\\]", ".");
    return isLabel(own) ? Optional.of("attribute." + Labels.PREFIX + own) : Optional.empty();
  }

  /** Whether a label's name or value may read so. */
  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }
}
