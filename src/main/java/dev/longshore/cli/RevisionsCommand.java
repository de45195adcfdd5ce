package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers as ListTaskDefinitions does, with what each revision's fields become here. */
@Command(
    name = "revisions",
    description = "List the revisions of task definitions, newest first.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class RevisionsCommand implements Runnable {
  private static final List<String> HEADINGS =
      List.of("family", "revision", "status", "compatibilities", "registeredAt", "fidelity");

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Parameters(arity = "0..1", paramLabel = "FAMILY", description = "Only this family.")
  @Nullable String family;

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "N",
      description = "Print what changed from one revision of FAMILY to another.")
  List<Integer> diff = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Override
  public void run() {
    if (!diff.isEmpty() && (family == null || diff.size() != 2)) {
      throw new ParameterException(
          spec.commandLine(), "--diff compares two revisions of the FAMILY that is named.");
    }
    try (where) {
      if (!diff.isEmpty()) {
        diff();
        return;
      }
      List<Revision> revisions =
          of(EcsObjects.in(where).revisions()).stream()
              .filter(it -> family == null || family.equals(it.family()))
              .toList();
      printer.print(Map.of("taskDefinitions", revisions), table(revisions).lines());
    }
  }

  private void diff() {
    List<TaskDefinitionRevision> named =
        RevisionNames.all(
            diff.stream().map(it -> family + ":" + it).toList(), EcsObjects.in(where));
    RevisionDiff found = RevisionDiff.of(named.getFirst(), named.getLast());
    printer.print(found.changes(), found.lines());
  }

  static List<Revision> of(List<TaskDefinitionRevision> revisions) {
    return revisions.stream().map(Revision::of).toList();
  }

  static Table table(List<Revision> revisions) {
    return new Table(HEADINGS, revisions.stream().map(RevisionsCommand::row).toList());
  }

  private static List<String> row(Revision revision) {
    return List.of(
        revision.family(),
        String.valueOf(revision.revision()),
        revision.status(),
        Cells.joined(revision.compatibilities()),
        Cells.of(revision.registeredAt()),
        revision.fidelity() == null ? "-" : Cells.of(revision.fidelity()));
  }
}
