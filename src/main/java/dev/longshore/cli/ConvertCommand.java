package dev.longshore.cli;

import dev.longshore.cli.documents.Documents;
import dev.longshore.cli.documents.UnreadableDocument;
import dev.longshore.cli.sarif.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers "will it run?" before there is a cluster; its JSON is a contract. */
@Command(
    name = "convert",
    description = "Show what ECS documents become, without a cluster; several as a table.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes, the worst of all files:%n",
    exitCodeList = {"0:accepted", "1:refused", "2:unreadable"})
public final class ConvertCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "JSON, or YAML by its suffix; a directory stands for all in and below it, - for standard input.")
  List<Path> files = List.of();

  @Mixin ReportPrinter report = new ReportPrinter();

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public Integer call() {
    List<Path> all = DocumentFiles.below(files);
    Printer printer = report.printer();
    if (all.size() > 1) {
      printer.several();
    }
    boolean each = !report.sarif() && (all.size() == 1 || printer.format != null);
    List<Verdict> verdicts =
        all.stream().flatMap(it -> convert(it, each ? printer : null).stream()).toList();
    if (report.sarif()) {
      report.print(findings);
    } else if (!each) {
      printer.table(Verdict.table(verdicts));
    }
    return Verdict.worst(verdicts);
  }

  private List<Verdict> convert(Path file, @Nullable Printer printer) {
    try {
      List<Conversion> conversions = Documents.read(file).stream().map(Converter::convert).toList();
      conversions.stream().flatMap(ReportPrinter::findings).forEach(findings::add);
      if (printer != null) {
        if (conversions.size() > 1) {
          printer.several();
        }
        conversions.forEach(it -> printer.print(it.json(), it.lines()));
      }
      return conversions.stream().map(Verdict::of).toList();
    } catch (UnreadableDocument e) {
      String message = String.valueOf(e.getMessage());
      findings.add(new Finding(file.toString(), "refused", "", message));
      if (printer != null) {
        unreadable(file, message, printer);
      }
      return List.of(Verdict.not("unreadable", file, new Refusal(Refusal.UNREADABLE, message)));
    }
  }

  private static void unreadable(Path file, String message, Printer printer) {
    if (printer.format == null) {
      printer.note(message);
    } else {
      printer.print(Conversion.unreadable(file.toString(), message).json());
    }
  }
}
