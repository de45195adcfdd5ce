package dev.longshore.ecs.fidelity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of members that no code acts on, or that are too plain for a file of their own, read from a
 * tab-separated table: member, value or {@code *}, class, becomes, note. A row with a value is an
 * exception to the member's {@code *} row.
 */
public final class RuleTable {
  private static final int COLUMNS = 5;

  private RuleTable() {}

  /** The rules of {@code <operation>.tsv} beside this class. */
  public static List<FieldRule> of(String operation) {
    Map<String, FieldRule> rules = new LinkedHashMap<>();
    for (String line : lines(operation + ".tsv")) {
      String[] row = line.split("\t", -1);
      if (row.length != COLUMNS) {
        throw new IllegalStateException(operation + ".tsv: not " + COLUMNS + " columns: " + line);
      }
      rules.compute(row[0], (path, known) -> known == null ? rule(row) : exception(known, row));
    }
    return new ArrayList<>(rules.values());
  }

  /** The lines of a table beside this class, without comments. */
  static List<String> lines(String name) {
    try (InputStream in = RuleTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static FieldRule rule(String[] row) {
    if (!row[1].equals("*")) {
      throw new IllegalStateException("the first row of " + row[0] + " must be for *");
    }
    return new FieldRule(row[0], FidelityClass.of(row[2]), row[3], row[4], List.of());
  }

  private static FieldRule exception(FieldRule rule, String[] row) {
    FidelityClass classification = FidelityClass.of(row[2]);
    return rule.except(
        new FieldRule.Exception(
            row[1], (value, document) -> value.asText().equals(row[1]), classification, row[4]));
  }
}
