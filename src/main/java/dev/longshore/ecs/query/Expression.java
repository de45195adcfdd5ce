package dev.longshore.ecs.query;

import java.util.List;

/** A cluster query, PlacementConstraint.expression, as a tree. */
public sealed interface Expression {
  /** Holds when any of the parts does. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when every part does. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when the part does not. */
  record Not(Expression part) implements Expression {}

  /**
   * One property of a container instance, compared.
   *
   * @param arguments one value, several for IN and NOT_IN, none for EXISTS and NOT_EXISTS
   * @param position where the subject starts, from 1
   */
  record Comparison(String subject, Operator operator, List<String> arguments, int position)
      implements Expression {
    public Comparison {
      arguments = List.copyOf(arguments);
    }
  }
}
