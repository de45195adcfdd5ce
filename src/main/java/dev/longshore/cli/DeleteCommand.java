package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.cli.RevisionDeletion.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** DeleteTaskDefinitions; a number is not used again, even when its revision is gone. */
@Command(
    name = "delete",
    description =
        "Delete INACTIVE revisions; one in use is DELETE_IN_PROGRESS until nobody uses it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all are deleted, or DELETE_IN_PROGRESS",
      "1:refused, or not found; the others are deleted all the same",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class DeleteCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FAMILY:REVISION",
      description = "At most 10; an ARN will do as well.")
  List<String> names = List.of();

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  /** ECS API shape {@code Failure}. */
  private record Failure(String arn, String reason) {}

  @Override
  public Integer call() {
    try (where) {
      EcsObjects objects = EcsObjects.in(where);
      RevisionDeletion deletion = new RevisionDeletion(objects);
      List<Outcome> deleted = new ArrayList<>();
      List<Failure> failures = new ArrayList<>();
      for (TaskDefinitionRevision it : RevisionNames.all(names, objects)) {
        Outcome outcome = deletion.of(it);
        outcome
            .obstacle()
            .ifPresentOrElse(
                reason -> failures.add(new Failure(outcome.name(), reason)),
                () -> deleted.add(outcome));
      }
      printer.print(
          Map.of(
              "taskDefinitions",
              deleted.stream().map(Outcome::told).toList(),
              "failures",
              failures),
          deleted.stream().map(Outcome::line).toList());
      failures.forEach(it -> printer.note(it.arn() + ": " + it.reason()));
      return failures.isEmpty() ? 0 : Refusal.REFUSED;
    }
  }
}
