package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

  @Override
  public void run() {
    try (where) {
      List<Revision> revisions =
          of(EcsObjects.in(where).revisions()).stream()
              .filter(it -> family == null || family.equals(it.family()))
              .toList();
      printer.print(Map.of("taskDefinitions", revisions), table(revisions).lines());
    }
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
