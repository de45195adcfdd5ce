package dev.longshore.ecs.query;

import java.util.ArrayList;
import java.util.List;

/** Moves negations down to the comparisons, and flattens. */
final class Normal {
  private Normal() {}

  static Expression form(Expression expression, boolean negated) {
    return switch (expression) {
      case Expression.Not not -> form(not.part(), !negated);
      case Expression.And and -> negated ? or(and.parts(), true) : and(and.parts(), false);
      case Expression.Or or -> negated ? and(or.parts(), true) : or(or.parts(), false);
      case Expression.Comparison comparison -> negated ? negate(comparison) : comparison;
    };
  }

  private static Expression and(List<Expression> parts, boolean negated) {
    List<Expression> flat = new ArrayList<>();
    for (Expression part : parts) {
      Expression normal = form(part, negated);
      flat.addAll(normal instanceof Expression.And inner ? inner.parts() : List.of(normal));
    }
    return new Expression.And(flat);
  }

  private static Expression or(List<Expression> parts, boolean negated) {
    return new Expression.Or(parts.stream().map(part -> form(part, negated)).toList());
  }

  /** A node without the attribute is not greater than anything; so it meets the negation. */
  private static Expression negate(Expression.Comparison comparison) {
    var opposite =
        new Expression.Comparison(
            comparison.subject(),
            comparison.operator().negated(),
            comparison.arguments(),
            comparison.position());
    return switch (comparison.operator()) {
      case GREATER_THAN, GREATER_THAN_EQUAL, LESS_THAN, LESS_THAN_EQUAL ->
          new Expression.Or(
              List.of(
                  opposite,
                  new Expression.Comparison(
                      comparison.subject(),
                      Operator.NOT_EXISTS,
                      List.of(),
                      comparison.position())));
      default -> opposite;
    };
  }
}
