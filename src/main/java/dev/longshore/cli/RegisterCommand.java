package dev.longshore.cli;

import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.cli.sarif.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** RegisterTaskDefinition: refused before a cluster is asked, answered with the revision. */
@Command(
    name = "register",
    description = "Register task definitions and print their revisions; several as a table.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes, the worst of all files:%n",
    exitCodeList = {
      "0:registered",
      "1:refused; the other files are registered all the same",
      "2:unreadable",
      "3:no cluster reached, or no operator answers"
    })
public final class RegisterCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "JSON, or YAML by its suffix; a directory stands for all in and below it, - for standard input.")
  List<Path> files = List.of();

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "Register as this family, whatever the document says; for one document.")
  @Nullable String family;

  @Mixin final Connection connection = new Connection();
  @Mixin ReportPrinter report = new ReportPrinter();

  private Printer printer = new Printer();
  private final List<Finding> findings = new ArrayList<>();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public Integer call() {
    List<Path> all = DocumentFiles.below(files);
    if (family != null && all.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--family is for one document.");
    }
    printer = report.printer();
    boolean tabled = all.size() > 1 || report.sarif();
    if (all.size() > 1) {
      printer.several();
    }
    List<Verdict> verdicts = new ArrayList<>();
    try (connection) {
      for (Path file : all) {
        verdicts.addAll(register(file, tabled));
        if (Verdict.worst(verdicts) == Refusal.UNREACHABLE) {
          break; // the others would each wait as long for nothing
        }
      }
    }
    if (report.sarif()) {
      report.print(findings);
    } else if (tabled) {
      printer.table(Verdict.table(verdicts));
    }
    return Verdict.worst(verdicts);
  }

  private List<Verdict> register(Path file, boolean tabled) {
    List<Document> documents;
    try {
      documents = DocumentFiles.read(file, DocumentKind.TASK_DEFINITION);
    } catch (Refusal refusal) {
      return List.of(refused("unreadable", file, refusal, tabled));
    }
    if (family != null && documents.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--family is for one document.");
    }
    if (documents.size() > 1) {
      printer.several();
    }
    return documents.stream().map(it -> register(file, named(it), tabled)).toList();
  }

  private Document named(Document document) {
    return family == null ? document : document.inFamily(family);
  }

  private Verdict register(Path file, Document document, boolean tabled) {
    Conversion conversion = Converter.convert(document);
    ReportPrinter.findings(conversion).forEach(findings::add);
    if (!conversion.accepted()) {
      if (printer.format != null) {
        printer.print(conversion.json());
      } else if (!tabled) {
        conversion.lines().forEach(printer::note);
      }
      return Verdict.of(conversion);
    }
    try {
      Registered registered = Registered.send(document, conversion, connection);
      if (!tabled || printer.format != null) {
        conversion.warnings().forEach(it -> printer.warn(it.path(), it.message()));
        printer.print(registered.json(), registered.lines());
      }
      return new Verdict(document.file(), registered.name(), conversion.summary(), "", 0);
    } catch (Refusal refusal) {
      return refused("refused", file, refusal, tabled);
    }
  }

  private Verdict refused(String result, Path file, Refusal refusal, boolean tabled) {
    if (!tabled) {
      throw refusal;
    }
    if (printer.format != null) {
      printer.print(refusal.json().put("file", file.toString()));
    }
    findings.add(new Finding(file.toString(), "refused", "", String.valueOf(refusal.getMessage())));
    return Verdict.not(result, file, refusal);
  }
}
