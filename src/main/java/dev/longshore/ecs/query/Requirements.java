package dev.longshore.ecs.query;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One comparison as requirements on the labels of a node. */
final class Requirements {
  private static final String ATTRIBUTE = "attribute:";
  private static final String ARCHITECTURE = "kubernetes.io/arch";

  private static final Map<String, String> KEYS =
      Map.of(
          "ecs.availability-zone", "topology.kubernetes.io/zone",
          "ecs.instance-type", "node.kubernetes.io/instance-type",
          "ecs.os-type", "kubernetes.io/os",
          "ecs.cpu-architecture", ARCHITECTURE);

  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

  /** A regular expression that is nothing but a list of words. */
  private static final Pattern WORDS =
      Pattern.compile("\\(?[A-Za-z0-9_-]+(\\|[A-Za-z0-9_-]+)*\\)?");

  private Requirements() {}

  static List<List<NodeSelectorRequirement>> of(Expression.Comparison comparison) {
    if (comparison.subject().startsWith(ATTRIBUTE)) {
      return List.of(List.of(label(comparison)));
    }
    if (connected(comparison)) {
      return List.of(List.of());
    }
    throw new Refusal(
        comparison,
        comparison.subject().equals("task:group")
            ? "must stand alone or beside and, with one group to be near or any to keep away from"
            : "is not known of a node when a task is placed; use an attribute");
  }

  /** A node whose agent is gone takes no tasks anyway. */
  private static boolean connected(Expression.Comparison comparison) {
    boolean wanted = comparison.operator() == Operator.EQUALS;
    return comparison.subject().equals("agentConnected")
        && (wanted || comparison.operator() == Operator.NOT_EQUALS)
        && comparison.arguments().equals(List.of(Boolean.toString(wanted)));
  }

  private static NodeSelectorRequirement label(Expression.Comparison comparison) {
    String key = key(comparison);
    return switch (comparison.operator()) {
      case EQUALS, IN -> requirement(key, "In", values(comparison, key));
      case NOT_EQUALS, NOT_IN -> requirement(key, "NotIn", values(comparison, key));
      case EXISTS -> requirement(key, "Exists", List.of());
      case NOT_EXISTS -> requirement(key, "DoesNotExist", List.of());
      case GREATER_THAN -> requirement(key, "Gt", number(comparison, 0));
      case GREATER_THAN_EQUAL -> requirement(key, "Gt", number(comparison, -1));
      case LESS_THAN -> requirement(key, "Lt", number(comparison, 0));
      case LESS_THAN_EQUAL -> requirement(key, "Lt", number(comparison, 1));
      case MATCHES -> requirement(key, "In", words(comparison));
      case NOT_MATCHES -> requirement(key, "NotIn", words(comparison));
    };
  }

  private static NodeSelectorRequirement requirement(
      String key, String operator, List<String> values) {
    return new NodeSelectorRequirement(key, operator, values);
  }

  /** Attributes of the platform owner are labels of a domain of ours. */
  private static String key(Expression.Comparison comparison) {
    String name = comparison.subject().substring(ATTRIBUTE.length());
    String known = KEYS.get(name);
    if (known != null) {
      return known;
    }
    String own = name.replaceAll("[/\\\\]", ".");
    if (!LABEL.matcher(own).matches()) {
      throw new Refusal(
          comparison, "is no name for a label: up to 63 letters, digits, '-', '_' and '.'");
    }
    return "attribute." + Labels.PREFIX + own;
  }

  private static List<String> values(Expression.Comparison comparison, String key) {
    for (String value : comparison.arguments()) {
      if (!LABEL.matcher(value).matches()) {
        throw new Refusal(
            comparison,
            "is compared with '"
                + value
                + "', which no label of a node can hold; use up to 63"
                + " letters, digits, '-', '_' and '.'");
      }
    }
    return comparison.arguments().stream()
        .map(value -> key.equals(ARCHITECTURE) && value.equals("x86_64") ? "amd64" : value)
        .distinct()
        .toList();
  }

  private static List<String> number(Expression.Comparison comparison, int offset) {
    String value = comparison.arguments().getFirst();
    if (!value.matches("-?\\d{1,15}")) {
      throw new Refusal(
          comparison,
          "is ordered against '" + value + "'; labels of nodes are ordered as whole numbers only");
    }
    return List.of(Long.toString(Long.parseLong(value) + offset));
  }

  private static List<String> words(Expression.Comparison comparison) {
    String regex = comparison.arguments().getFirst();
    if (!WORDS.matcher(regex).matches() || regex.startsWith("(") != regex.endsWith(")")) {
      throw new Refusal(
          comparison,
          "is matched with '"
              + regex
              + "'; the scheduler knows no patterns, so list the values:"
              + " in [a, b]");
    }
    return List.of(regex.replaceAll("[()]", "").split("\\|"));
  }
}
