package dev.longshore.ecs.fidelity;

import dev.longshore.api.ecs.v1.FidelityItem;
import dev.longshore.api.ecs.v1.FidelitySummary;
import java.util.List;

/** A report as a revision's status and the command line show it: they must never differ. */
public final class FidelitySummaries {
  /** More lines than this would crowd the object; the counts stay exact. */
  private static final int MAX_ITEMS = 200;

  private FidelitySummaries() {}

  /** Counts of every class, and the lines that are not exact. */
  public static FidelitySummary of(FidelityReport report) {
    List<FidelityItem> items =
        report.differences().stream()
            .limit(MAX_ITEMS)
            .map(line -> new FidelityItem(line.path(), line.classification().wire(), line.note()))
            .toList();
    return new FidelitySummary(
        report.count(FidelityClass.EXACT),
        report.count(FidelityClass.EQUIVALENT),
        report.count(FidelityClass.APPROXIMATED),
        report.count(FidelityClass.IGNORED),
        report.count(FidelityClass.REJECTED),
        report.count(FidelityClass.NOT_IMPLEMENTED),
        items);
  }
}
