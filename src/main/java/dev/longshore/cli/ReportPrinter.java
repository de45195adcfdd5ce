package dev.longshore.cli;

import dev.longshore.cli.sarif.Finding;
import dev.longshore.cli.sarif.SarifLog;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The {@code -o} option of the verbs that judge documents: SARIF beside what all verbs print. */
final class ReportPrinter {
  enum Format {
    json,
    yaml,
    sarif
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "Print for programs: ${COMPLETION-CANDIDATES}.")
  @Nullable Format format;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  boolean sarif() {
    return format == Format.sarif;
  }

  /** For everything but SARIF. */
  Printer printer() {
    Printer printer = new Printer();
    printer.spec = spec;
    printer.format = format == null || sarif() ? null : Printer.Format.valueOf(format.name());
    return printer;
  }

  void print(List<Finding> findings) {
    printer().print(SarifLog.of(findings, spec.root().version()[0].replace("longshore ", "")));
  }

  static Stream<Finding> findings(Conversion conversion) {
    String file = conversion.file();
    return Stream.of(
            conversion.errors().stream()
                .map(it -> new Finding(file, "refused", it.path(), it.message())),
            conversion.warnings().stream()
                .map(it -> new Finding(file, "warning", it.path(), it.message())),
            conversion.fidelity().differences().stream()
                .map(it -> new Finding(file, it.classification().wire(), it.path(), it.note())))
        .flatMap(it -> it);
  }
}
