package dev.longshore.ecs.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The comparisons of the cluster query language, each as a sign and as a word. */
public enum Operator {
  EQUALS("==", "equals"),
  NOT_EQUALS("!=", "not_equals"),
  GREATER_THAN_EQUAL(">=", "greater_than_equal"),
  GREATER_THAN(">", "greater_than"),
  LESS_THAN_EQUAL("<=", "less_than_equal"),
  LESS_THAN("<", "less_than"),
  EXISTS("exists", "exists"),
  NOT_EXISTS("!exists", "not_exists"),
  IN("in", "in"),
  NOT_IN("!in", "not_in"),
  MATCHES("=~", "matches"),
  NOT_MATCHES("!~", "not_matches");

  /** What a text may start with, the longest first, so that {@code >=} is not read as {@code >}. */
  static final List<String> SPELLINGS =
      Arrays.stream(values())
          .flatMap(operator -> List.of(operator.sign, operator.word).stream())
          .distinct()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  private final String sign;
  private final String word;

  Operator(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  static Operator of(String spelling) {
    return Arrays.stream(values())
        .filter(operator -> operator.sign.equals(spelling) || operator.word.equals(spelling))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(spelling));
  }

  boolean takesList() {
    return this == IN || this == NOT_IN;
  }

  boolean takesNothing() {
    return this == EXISTS || this == NOT_EXISTS;
  }

  /** The comparison that holds exactly when this one does not. */
  Operator negated() {
    return switch (this) {
      case EQUALS -> NOT_EQUALS;
      case NOT_EQUALS -> EQUALS;
      case GREATER_THAN -> LESS_THAN_EQUAL;
      case GREATER_THAN_EQUAL -> LESS_THAN;
      case LESS_THAN -> GREATER_THAN_EQUAL;
      case LESS_THAN_EQUAL -> GREATER_THAN;
      case EXISTS -> NOT_EXISTS;
      case NOT_EXISTS -> EXISTS;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case MATCHES -> NOT_MATCHES;
      case NOT_MATCHES -> MATCHES;
    };
  }
}
