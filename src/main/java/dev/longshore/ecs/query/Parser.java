package dev.longshore.ecs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parser by recursive descent. ECS does not say how {@code and} and {@code or} bind without
 * parentheses; here {@code and} binds closer, as everywhere else.
 */
final class Parser {
  /** Parentheses and negations within one another; nobody writes more, and the stack is finite. */
  private static final int DEEPEST = 100;

  private static final Pattern SUBJECT =
      Pattern.compile(
          "agentConnected|agentVersion|attribute:[A-Za-z0-9_./\\\\-]{1,128}|ec2InstanceId"
              + "|registeredAt|runningTasksCount|task:group");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern PLAIN = Pattern.compile("[^\\s\\[\\](),|&'\"]+");

  /** Bare regular expressions hold brackets and bars; they end at a space or a lone parenthesis. */
  private static final Pattern REGEX =
      Pattern.compile("(?:\\([^()\\s]*\\)|\\[[^\\]\\s]*]|[^()\\s])+");

  private final Cursor cursor;
  private int depth;

  Parser(Cursor cursor) {
    this.cursor = cursor;
  }

  Expression whole() {
    Expression expression = or();
    if (!cursor.atEnd()) {
      throw cursor.unexpected("and, or, or the end");
    }
    return expression;
  }

  private Expression or() {
    List<Expression> parts = new ArrayList<>(List.of(and()));
    while (cursor.take("||") || cursor.take("or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Or(parts);
  }

  private Expression and() {
    List<Expression> parts = new ArrayList<>(List.of(unary()));
    while (cursor.take("&&") || cursor.take("and")) {
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.And(parts);
  }

  private Expression unary() {
    if (++depth > DEEPEST) {
      throw cursor.unexpected("at most " + DEEPEST + " parentheses and negations in one another");
    }
    Expression expression = negation();
    depth--;
    return expression;
  }

  private Expression negation() {
    if (cursor.take("!") || cursor.take("not")) {
      return new Expression.Not(unary());
    }
    if (!cursor.take("(")) {
      return comparison();
    }
    Expression inner = or();
    if (!cursor.take(")")) {
      throw cursor.unexpected("')'");
    }
    return inner;
  }

  private Expression comparison() {
    int position = cursor.position();
    String subject =
        cursor.take(
            SUBJECT,
            "'(', not, attribute:NAME, task:group, agentConnected, agentVersion, ec2InstanceId,"
                + " registeredAt or runningTasksCount");
    Operator operator = operator();
    return new Expression.Comparison(subject, operator, arguments(operator), position);
  }

  private Operator operator() {
    for (String spelling : Operator.SPELLINGS) {
      if (cursor.take(spelling)) {
        return Operator.of(spelling);
      }
    }
    throw cursor.unexpected("an operator such as ==, !=, >, in, exists or =~");
  }

  private List<String> arguments(Operator operator) {
    if (operator.takesNothing()) {
      return List.of();
    }
    if (!operator.takesList()) {
      boolean regex = operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
      return List.of(value(regex ? REGEX : PLAIN));
    }
    if (!cursor.take("[")) {
      throw cursor.unexpected("'[' and a list of values");
    }
    List<String> values = new ArrayList<>(List.of(value(PLAIN)));
    while (cursor.take(",")) {
      values.add(value(PLAIN));
    }
    if (!cursor.take("]")) {
      throw cursor.unexpected("',' or ']'");
    }
    return values;
  }

  private String value(Pattern bare) {
    Pattern either = Pattern.compile(QUOTED.pattern() + "|" + bare.pattern());
    String found = cursor.take(either, "a value");
    boolean quoted = QUOTED.matcher(found).matches();
    return quoted ? found.substring(1, found.length() - 1) : found;
  }
}
