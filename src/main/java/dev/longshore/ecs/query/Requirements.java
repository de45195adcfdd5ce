package dev.longshore.ecs.query;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import java.util.List;
import java.util.regex.Pattern;

/** One comparison as requirements on the labels of a node. */
final class Requirements {
  private static final String ATTRIBUTE = "attribute:";
  private static final String ARCHITECTURE = Attributes.ARCHITECTURE;

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
      case GREATER_THAN -> above(key, number(comparison));
      case GREATER_THAN_EQUAL -> above(key, number(comparison) - 1);
      case LESS_THAN -> below(key, number(comparison));
      case LESS_THAN_EQUAL -> below(key, number(comparison) + 1);
      case MATCHES -> requirement(key, "In", words(comparison));
      case NOT_MATCHES -> requirement(key, "NotIn", words(comparison));
    };
  }

  private static NodeSelectorRequirement requirement(
      String key, String operator, List<String> values) {
    return new NodeSelectorRequirement(key, operator, values);
  }

  private static String key(Expression.Comparison comparison) {
    return Attributes.label(comparison.subject().substring(ATTRIBUTE.length()))
        .orElseThrow(() -> new Refusal(comparison, "is " + Attributes.NO_LABEL));
  }

  private static List<String> values(Expression.Comparison comparison, String key) {
    for (String value : comparison.arguments()) {
      if (!Attributes.isLabel(value)) {
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

  /** No label of a node is below 0, nor may a requirement say so: any number is above it. */
  private static NodeSelectorRequirement above(String key, long number) {
    return number < 0
        ? requirement(key, "Exists", List.of())
        : requirement(key, "Gt", List.of(Long.toString(number)));
  }

  private static NodeSelectorRequirement below(String key, long number) {
    return requirement(key, "Lt", List.of(Long.toString(Math.max(0, number))));
  }

  private static long number(Expression.Comparison comparison) {
    String value = comparison.arguments().getFirst();
    if (!value.matches("-?\\d{1,15}")) {
      throw new Refusal(
          comparison,
          "is ordered against '" + value + "'; labels of nodes are ordered as whole numbers only");
    }
    return Long.parseLong(value);
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
    List<String> words = List.of(regex.replaceAll("[()]", "").split("\\|"));
    if (!words.stream().allMatch(Attributes::isLabel)) {
      throw new Refusal(
          comparison, "is matched with '" + regex + "', which no label of a node can hold");
    }
    return words;
  }
}
