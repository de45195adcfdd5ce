package dev.longshore.ecs.fidelity;

import java.util.List;

/** One line for every field of a document: nothing is lost silently. */
public record FidelityReport(List<FidelityLine> lines) {
  public FidelityReport {
    lines = List.copyOf(lines);
  }

  /** How many fields ended in the class. */
  public int count(FidelityClass classification) {
    return of(classification).size();
  }

  /** The lines of the class in document order. */
  public List<FidelityLine> of(FidelityClass classification) {
    return lines.stream().filter(line -> line.classification() == classification).toList();
  }

  /** Every line a user should read: all that are not exact. */
  public List<FidelityLine> differences() {
    return lines.stream().filter(line -> line.classification() != FidelityClass.EXACT).toList();
  }
}
