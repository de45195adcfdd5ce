package dev.longshore.cli;

import dev.longshore.cli.documents.Documents;
import dev.longshore.cli.documents.UnreadableDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      description = "JSON, or YAML by its suffix; a directory stands for all in and below it.")
  List<Path> files = List.of();

  @Mixin Printer printer = new Printer();

  @Override
  public Integer call() {
    List<Path> all = DocumentFiles.below(files);
    boolean tabled = all.size() > 1 && printer.format == null;
    List<Verdict> verdicts = all.stream().flatMap(it -> convert(it, tabled).stream()).toList();
    if (tabled) {
      printer.table(Verdict.table(verdicts));
    }
    return Verdict.worst(verdicts);
  }

  private List<Verdict> convert(Path file, boolean tabled) {
    try {
      List<Conversion> conversions = Documents.read(file).stream().map(Converter::convert).toList();
      if (!tabled) {
        conversions.forEach(it -> printer.print(it.json(), it.lines()));
      }
      return conversions.stream().map(Verdict::of).toList();
    } catch (UnreadableDocument e) {
      String message = String.valueOf(e.getMessage());
      if (!tabled) {
        unreadable(file, message);
      }
      return List.of(
          Verdict.not("unreadable", file, new Refusal(DocumentFiles.UNREADABLE, message)));
    }
  }

  private void unreadable(Path file, String message) {
    if (printer.format == null) {
      printer.note(message);
    } else {
      printer.print(Conversion.unreadable(file.toString(), message).json());
    }
  }
}
