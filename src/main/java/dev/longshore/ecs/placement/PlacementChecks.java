package dev.longshore.ecs.placement;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.PlacementConstraint;
import dev.longshore.api.ecs.v1.PlacementStrategy;
import dev.longshore.api.ecs.v1.TaskDefinitionPlacementConstraint;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Problem;
import dev.longshore.ecs.query.Attributes;
import dev.longshore.ecs.query.NodeRules;
import dev.longshore.ecs.query.NodeRules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ECS refuses of placementConstraints (at most 10, with the definition's) and
 * placementStrategy (at most 5). What an expression says is judged by its rule.
 */
public final class PlacementChecks {
  private static final String INVALID = "InvalidParameterException";
  private static final String CONSTRAINTS = "placementConstraints";
  private static final String STRATEGY = "placementStrategy";
  private static final int MOST_CONSTRAINTS = 10;
  private static final int MOST_STRATEGIES = 5;
  private static final int LONGEST_EXPRESSION = 2000;

  private PlacementChecks() {}

  /** What is wrong with a request whatever it runs. */
  public static List<Problem> of(PlacementRequest request, @Nullable String launchType) {
    return Stream.of(fargate(request, launchType), limits(request), constraints(request))
        .flatMap(it -> it)
        .toList();
  }

  /** What is wrong with a request and a definition together, each of them right by itself. */
  public static List<Problem> with(PlacementRequest request, TaskDefinitionSpec definition) {
    if (request.constraints().isEmpty()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    int all = request.constraints().size() + definition.placementConstraints().size();
    if (all > MOST_CONSTRAINTS) {
      problems.add(tooMany(CONSTRAINTS, "placement constraints with the task definition's", all));
    }
    if (NodeRules.of(together(request, definition)) instanceof Outcome.Refused(String reason)) {
      problems.add(problem(CONSTRAINTS, "with the task definition's: " + reason));
    }
    return problems;
  }

  private static List<String> together(PlacementRequest request, TaskDefinitionSpec definition) {
    return Stream.concat(
            definition.placementConstraints().stream()
                .map(TaskDefinitionPlacementConstraint::expression)
                .flatMap(Stream::ofNullable),
            request.expressions().stream())
        .toList();
  }

  private static Stream<Problem> fargate(PlacementRequest request, @Nullable String launchType) {
    if (!"FARGATE".equals(launchType)) {
      return Stream.empty();
    }
    String unsupported = "are not supported with FARGATE launch type; remove them";
    return Stream.concat(
        request.constraints().isEmpty()
            ? Stream.empty()
            : Stream.of(problem(CONSTRAINTS, "Placement constraints " + unsupported)),
        request.strategy().isEmpty()
            ? Stream.empty()
            : Stream.of(problem(STRATEGY, "Placement strategies " + unsupported)));
  }

  private static Stream<Problem> limits(PlacementRequest request) {
    List<Problem> problems = new ArrayList<>();
    if (request.constraints().size() > MOST_CONSTRAINTS) {
      problems.add(tooMany(CONSTRAINTS, "placement constraints", request.constraints().size()));
    }
    if (request.strategy().size() > MOST_STRATEGIES) {
      problems.add(tooMany(STRATEGY, "placement strategies", request.strategy().size()));
    }
    return problems.stream();
  }

  private static Stream<Problem> constraints(PlacementRequest request) {
    List<PlacementConstraint> constraints = request.constraints();
    List<PlacementStrategy> strategies = request.strategy();
    return Stream.concat(
        IntStream.range(0, constraints.size())
            .mapToObj(i -> constraint(CONSTRAINTS + "[" + i + "]", constraints.get(i)))
            .flatMap(Optional::stream),
        IntStream.range(0, strategies.size())
            .mapToObj(i -> strategy(STRATEGY + "[" + i + "]", strategies.get(i)))
            .flatMap(Optional::stream));
  }

  private static Optional<Problem> constraint(String path, PlacementConstraint constraint) {
    String type = requireNonNullElse(constraint.type(), "");
    String expression = requireNonNullElse(constraint.expression(), "");
    if (expression.length() > LONGEST_EXPRESSION) {
      return Optional.of(
          problem(
              path + ".expression",
              "an expression has at most 2000 characters; this has " + expression.length()));
    }
    return switch (type) {
      case "memberOf" ->
          when(expression.isEmpty(), path + ".expression", "a memberOf constraint needs one");
      case "distinctInstance" ->
          when(
              !expression.isEmpty(),
              path + ".expression",
              "an expression cannot be given when the type is distinctInstance; remove it");
      default ->
          when(
              true,
              path + ".type",
              "'%s' is not a placement constraint type; use distinctInstance or memberOf"
                  .formatted(type));
    };
  }

  private static Optional<Problem> strategy(String path, PlacementStrategy strategy) {
    String field = requireNonNullElse(strategy.field(), "");
    return switch (requireNonNullElse(strategy.type(), "")) {
      case "random" -> Optional.empty();
      case "binpack" ->
          when(
              !Strategy.isAmount(field),
              path + ".field",
              "'%s' is nothing to pack by; binpack takes cpu or memory".formatted(field));
      case "spread" ->
          when(
              !field.isEmpty() && Strategy.label(field).isEmpty(),
              path + ".field",
              spreadBy(field));
      default ->
          when(
              true,
              path + ".type",
              "'%s' is not a placement strategy type; use random, spread or binpack"
                  .formatted(strategy.type()));
    };
  }

  private static String spreadBy(String field) {
    return field.startsWith(Strategy.ATTRIBUTE)
        ? "'%s' is %s".formatted(field, Attributes.NO_LABEL)
        : "'%s' is nothing to spread by; spread takes instanceId, host or attribute:NAME"
            .formatted(field);
  }

  private static Problem tooMany(String path, String what, int count) {
    return problem(
        path,
        "at most %d %s; this has %d"
            .formatted(path.equals(STRATEGY) ? MOST_STRATEGIES : MOST_CONSTRAINTS, what, count));
  }

  private static Optional<Problem> when(boolean bad, String path, String wrong) {
    return bad ? Optional.of(problem(path, wrong)) : Optional.empty();
  }

  private static Problem problem(String path, String wrong) {
    return new Problem(INVALID, path + ": " + wrong + ".");
  }
}
