package dev.longshore.ecs.fidelity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many members of the ECS API each class has today: a line for each operation and the sum. */
public final class FieldsReport {
  private static final String SDK_PATHS = "sdk-paths.tsv";

  private FieldsReport() {}

  /**
   * The figures of the operations, in their order; the last line starts with {@code fields:}.
   *
   * @param schemas the custom resource definition of each operation
   */
  public static String render(Map<String, Fidelity> operations, Map<String, Schema> schemas) {
    StringBuilder text = new StringBuilder();
    List<Tally> tallies = new ArrayList<>();
    operations.forEach(
        (operation, rules) -> {
          Tally tally = Tally.of(paths(operation), rules);
          tallies.add(tally);
          text.append(operation).append(": ").append(tally.words());
          text.append(" schema=").append(inSchema(operation, schemas)).append('\n');
        });
    return text + "fields: " + Tally.sum(tallies).words() + "\n";
  }

  /** Every path of an operation's request in the AWS SDK. */
  public static List<String> paths(String operation) {
    return RuleTable.lines(SDK_PATHS).stream()
        .map(line -> line.split("\t", -1))
        .filter(row -> row[0].equals(operation))
        .map(row -> row[1])
        .toList();
  }

  private static long inSchema(String operation, Map<String, Schema> schemas) {
    Schema schema = schemas.get(operation);
    return schema == null ? 0 : paths(operation).stream().filter(schema::has).count();
  }

  /**
   * How many members there are, and of which class.
   *
   * @param shifting those of any class that wait for traffic shifting
   */
  private record Tally(
      int total, Map<FidelityClass, Integer> classes, int undecided, int shifting) {
    static Tally of(List<String> paths, Fidelity rules) {
      List<FieldRule> decided = paths.stream().flatMap(it -> rules.rule(it).stream()).toList();
      Map<FidelityClass, Integer> classes = new EnumMap<>(FidelityClass.class);
      decided.forEach(it -> classes.merge(it.classification(), 1, Integer::sum));
      return new Tally(
          paths.size(),
          classes,
          paths.size() - decided.size(),
          (int) decided.stream().filter(FieldRule::shiftsTraffic).count());
    }

    static Tally sum(List<Tally> tallies) {
      Map<FidelityClass, Integer> classes = new EnumMap<>(FidelityClass.class);
      tallies.forEach(tally -> tally.classes.forEach((c, n) -> classes.merge(c, n, Integer::sum)));
      return new Tally(
          tallies.stream().mapToInt(Tally::total).sum(),
          classes,
          tallies.stream().mapToInt(Tally::undecided).sum(),
          tallies.stream().mapToInt(Tally::shifting).sum());
    }

    String words() {
      StringBuilder words = new StringBuilder("total=" + total);
      for (FidelityClass classification : FidelityClass.values()) {
        words.append(' ').append(classification.wire()).append('=');
        words.append(classes.getOrDefault(classification, 0));
      }
      words.append(" undecided=").append(undecided);
      return words.append(" trafficShifting=").append(shifting).toString();
    }
  }
}
