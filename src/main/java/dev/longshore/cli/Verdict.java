package dev.longshore.cli;

import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityReport;
import dev.longshore.ecs.fidelity.FidelitySummaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One document among many, as a row of a table.
 *
 * @param result what became of it, in a word
 * @param error the first reason it was refused for; empty when it was not
 * @param code the exit code it would give alone
 */
record Verdict(String file, String result, FidelitySummary fidelity, String error, int code) {
  private static final FidelitySummary NOTHING =
      FidelitySummaries.of(new FidelityReport(List.of()));

  static Verdict of(Conversion conversion) {
    return conversion.accepted()
        ? new Verdict(conversion.file(), "accepted", conversion.summary(), "", 0)
        : new Verdict(
            conversion.file(),
            "refused",
            conversion.summary(),
            conversion.firstError(),
            Refusal.REFUSED);
  }

  /** A file that could not be read, or a document that a cluster did not take. */
  static Verdict not(String result, Path file, Refusal refusal) {
    String message = Objects.requireNonNullElse(refusal.getMessage(), "");
    String place = file + ": ";
    String error = message.startsWith(place) ? message.substring(place.length()) : message;
    return new Verdict(file.toString(), result, NOTHING, error, refusal.getExitCode());
  }

  static int worst(List<Verdict> verdicts) {
    return verdicts.stream().mapToInt(Verdict::code).max().orElse(0);
  }

  static Table table(List<Verdict> verdicts) {
    List<String> headings = new ArrayList<>(List.of("file", "result"));
    Arrays.stream(FidelityClass.values()).map(FidelityClass::wire).forEach(headings::add);
    headings.add("first error");
    return new Table(headings, verdicts.stream().map(Verdict::row).toList());
  }

  private List<String> row() {
    return Stream.of(
            Stream.of(file, result),
            Stream.of(
                    fidelity.exact(),
                    fidelity.equivalent(),
                    fidelity.approximated(),
                    fidelity.ignored(),
                    fidelity.rejected(),
                    fidelity.notImplemented())
                .map(Cells::count),
            Stream.of(Cells.of(error)))
        .flatMap(it -> it)
        .toList();
  }
}
