package dev.longshore.ecs.query;

import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A cluster query as what the scheduler understands: terms of a node affinity of which one must
 * hold, and task groups whose nodes are wanted or avoided.
 *
 * @param terms none when any node will do
 * @param together groups, as label values, that must have a task on the node
 * @param apart groups, as label values, that must have none there
 */
public record NodeRules(List<NodeSelectorTerm> terms, Set<String> together, Set<String> apart) {
  /** More terms than this cost the scheduler more than they are worth. */
  private static final int MOST_TERMS = 50;

  public NodeRules {
    terms = List.copyOf(terms);
    together = Set.copyOf(together);
    apart = Set.copyOf(apart);
  }

  /** What becomes of a query: rules, or why there are none. */
  public sealed interface Outcome {
    /** The scheduler can keep it. */
    record Rules(NodeRules rules) implements Outcome {}

    /** It cannot be read, or the scheduler has nothing like it. */
    record Refused(String reason) implements Outcome {}
  }

  /** Reads and translates queries that must all hold. */
  public static Outcome of(List<String> queries) {
    List<Expression> all = new ArrayList<>();
    for (String query : queries) {
      switch (ClusterQuery.parse(query)) {
        case ClusterQuery.Malformed malformed -> {
          return new Outcome.Refused(malformed.toString());
        }
        case ClusterQuery.Read read -> all.add(read.expression());
      }
    }
    return translate(new Expression.And(all));
  }

  private static Outcome translate(Expression expression) {
    try {
      Groups groups = new Groups(new LinkedHashSet<>(), new LinkedHashSet<>());
      Expression nodes = groups.without(Normal.form(expression, false));
      List<List<NodeSelectorRequirement>> choices = Choices.of(nodes, MOST_TERMS);
      List<NodeSelectorTerm> terms = new ArrayList<>();
      // a choice without a requirement holds for every node, but an empty term for none
      if (choices.stream().noneMatch(List::isEmpty)) {
        choices.forEach(all -> terms.add(new NodeSelectorTerm(all, List.of())));
      }
      return new Outcome.Rules(new NodeRules(terms, groups.together(), groups.apart()));
    } catch (Refusal e) {
      return new Outcome.Refused(e.getMessage());
    }
  }

  /** Comparisons of task:group that must hold whatever else does. */
  private record Groups(Set<String> together, Set<String> apart) {
    /** The expression without them. */
    Expression without(Expression expression) {
      if (expression instanceof Expression.And and) {
        List<Expression> rest = and.parts().stream().filter(part -> !taken(part)).toList();
        return new Expression.And(rest);
      }
      return taken(expression) ? new Expression.And(List.of()) : expression;
    }

    private boolean taken(Expression part) {
      if (!(part instanceof Expression.Comparison group) || !group.subject().equals("task:group")) {
        return false;
      }
      boolean one = group.arguments().size() == 1;
      return switch (group.operator()) {
        case EQUALS, IN -> one && together.add(label(group.arguments().getFirst()));
        case NOT_EQUALS, NOT_IN ->
            apart.addAll(group.arguments().stream().map(Groups::label).toList());
        default -> false;
      };
    }

    private static String label(String group) {
      return Names.labelValue(group);
    }
  }
}
