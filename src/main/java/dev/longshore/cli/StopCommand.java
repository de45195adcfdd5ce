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
      "1:refused, or not found",
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
      List<Task> told = named.stream().map(it -> seen(all, it)).toList();
      printer.print(
          Map.of("tasks", told.stream().map(TaskView::json).toList()),
          told.stream().map(TaskView::line).toList());
      boolean late = wait && !told.stream().allMatch(StopCommand::stopped);
      return late ? Refusal.UNREACHABLE : 0;
    }
  }

  private Task seen(StandaloneTasks all, Task task) {
    String name = task.getMetadata().getName();
    if (wait) {
      Polling.until(patience.timeout, () -> all.find(name).filter(StopCommand::stopped));
    }
    return all.find(name).orElse(task);
  }

  private String patch() {
    var patch = Mappers.json().createObjectNode();
    var ours = patch.putObject("spec").putObject("kubernetes").put("desiredStatus", "STOPPED");
    if (!reason.isEmpty()) {
      ours.put("stopReason", reason);
    }
    return patch.toString();
  }

  private static boolean stopped(Task task) {
    return task.getStatus() != null && "STOPPED".equals(task.getStatus().lastStatus());
  }
}
