package dev.longshore.ecs.query;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A normal expression as choices, of which one must hold, of requirements that all must. */
final class Choices {
  private Choices() {}

  static List<List<NodeSelectorRequirement>> of(Expression expression, int most) {
    return switch (expression) {
      case Expression.Or or -> {
        List<List<NodeSelectorRequirement>> all = new ArrayList<>();
        for (Expression part : or.parts()) {
          all.addAll(of(part, most));
          check(all.size(), most);
        }
        yield all;
      }
      case Expression.And and -> {
        List<List<NodeSelectorRequirement>> all = List.of(List.of());
        for (Expression part : and.parts()) {
          all = combine(all, of(part, most), most);
        }
        yield all;
      }
      case Expression.Comparison comparison -> Requirements.of(comparison);
      case Expression.Not not -> throw new IllegalStateException("not in normal form: " + not);
    };
  }

  private static List<List<NodeSelectorRequirement>> combine(
      List<List<NodeSelectorRequirement>> left,
      List<List<NodeSelectorRequirement>> right,
      int most) {
    check(left.size() * right.size(), most);
    return left.stream()
        .flatMap(l -> right.stream().map(r -> Stream.concat(l.stream(), r.stream()).toList()))
        .toList();
  }

  private static void check(int size, int most) {
    if (size > most) {
      throw new Refusal(
          "the expression has more than " + most + " alternatives; write it with in and lists");
    }
  }
}
