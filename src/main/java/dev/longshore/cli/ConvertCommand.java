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
    description = "Show what ECS documents become, without a cluster.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:accepted", "1:refused", "2:unreadable"})
public final class ConvertCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON, or YAML by its suffix.")
  List<Path> files = List.of();

  @Mixin Printer printer = new Printer();

  /** The worst exit code of the files. */
  @Override
  public Integer call() {
    return files.stream().mapToInt(this::convert).max().orElse(0);
  }

  private int convert(Path file) {
    try {
      return Documents.read(file).stream()
          .map(Converter::convert)
          .mapToInt(this::show)
          .max()
          .orElse(0);
    } catch (UnreadableDocument e) {
      unreadable(file, String.valueOf(e.getMessage()));
      return DocumentFiles.UNREADABLE;
    }
  }

  private int show(Conversion conversion) {
    printer.print(conversion.json(), conversion.lines());
    return conversion.accepted() ? 0 : 1;
  }

  private void unreadable(Path file, String message) {
    if (printer.format == null) {
      printer.note(message);
    } else {
      printer.print(Conversion.unreadable(file.toString(), message).json());
    }
  }
}
