package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers as DescribeTasks does, for one task, whether a service or somebody else started it. */
@Command(
    name = "task",
    description = "Describe a task, running or stopped.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class TaskCommand implements Runnable {
  @Parameters(paramLabel = "TASK", description = "Name, id or ARN of the task.")
  String task = "";

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public void run() {
    try (where) {
      StandaloneTasks own = StandaloneTasks.in(where);
      Task found =
          own.search(task)
              .or(() -> ServiceTasks.in(where).described(task))
              .orElseThrow(() -> own.missing(task));
      printer.print(
          Map.of("tasks", List.of(TaskView.json(found)), "failures", List.of()),
          TaskView.lines(found));
    }
  }
}
