package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Mappers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** StopTask: SIGTERM, the containers' time to stop, SIGKILL; the reason stays on record. */
@Command(
    name = "stop",
    description = "Stop tasks that run on their own.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:told to stop, or with --wait stopped",
      "1:refused, not found, or with --wait gone",
      "2:not a command line of this verb",
      "3:not in time, or unreachable"
    })
public final class StopCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "TASK", description = "Name, id or ARN of a task.")
  List<String> tasks = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Becomes stoppedReason.")
  String reason = "";

  @Option(names = "--wait", description = "Wait until the tasks are STOPPED.")
  boolean wait;

  @Mixin final Patience patience = new Patience();

  @Mixin final Connection connection = new Connection();
  @Mixin Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      StandaloneTasks all = StandaloneTasks.in(connection);
      List<Task> named = tasks.stream().map(all::named).toList();
      named.forEach(it -> all.patch(it, patch()));
      List<TaskEnd> ends = named.stream().map(it -> end(all, it)).toList();
      List<Task> told = ends.stream().map(TaskEnd::task).toList();
      printer.print(
          Map.of("tasks", told.stream().map(TaskView::json).toList()),
          told.stream().map(TaskView::line).toList());
      ends.stream().map(TaskEnd::trouble).filter(it -> !it.isEmpty()).forEach(printer::note);
      return ends.stream().mapToInt(TaskEnd::code).max().orElse(0);
    }
  }

  private TaskEnd end(StandaloneTasks all, Task task) {
    return wait
        ? TaskEnd.await(all, task, patience.timeout)
        : new TaskEnd(all.find(task.getMetadata().getName()).orElse(task), "", 0);
  }

  private String patch() {
    var patch = Mappers.json().createObjectNode();
    var ours = patch.putObject("spec").putObject("kubernetes").put("desiredStatus", "STOPPED");
    if (!reason.isEmpty()) {
      ours.put("stopReason", reason);
    }
    return patch.toString();
  }
}
