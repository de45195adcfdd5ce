package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** StopTask: SIGTERM, the containers' time to stop, SIGKILL; the reason stays on record. */
@Command(
    name = "stop",
    description = "Stop tasks; a service starts others for its own.",
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

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Becomes stoppedReason; not of a service's task.")
  String reason = "";

  @Option(names = "--wait", description = "Wait until the tasks are STOPPED.")
  boolean wait;

  @Mixin final Patience patience = new Patience();

  @Mixin final Connection connection = new Connection();
  @Mixin Printer printer = new Printer();

  @Override
  public Integer call() {
    try (connection) {
      List<TaskStop> named = tasks.stream().map(this::named).toList();
      named.stream().flatMap(it -> it.remark().stream()).forEach(printer::note);
      named.forEach(TaskStop::ask);
      List<TaskEnd> ends = named.stream().map(it -> it.end(wait, patience.timeout)).toList();
      List<Task> told = ends.stream().map(TaskEnd::task).toList();
      printer.print(
          Map.of("tasks", told.stream().map(TaskView::json).toList()),
          told.stream().map(TaskView::line).toList());
      ends.stream().map(TaskEnd::trouble).filter(it -> !it.isEmpty()).forEach(printer::note);
      return ends.stream().mapToInt(TaskEnd::code).max().orElse(0);
    }
  }

  private TaskStop named(String text) {
    StandaloneTasks own = StandaloneTasks.in(connection);
    return own.search(text)
        .<TaskStop>map(it -> new OwnTaskStop(own, it, reason))
        .or(() -> ofService(text))
        .orElseThrow(() -> own.missing(text));
  }

  private Optional<TaskStop> ofService(String text) {
    ServiceTasks tasks = ServiceTasks.in(connection);
    return tasks
        .pod(text)
        .map(pod -> new ServiceTaskStop(tasks, pod, tasks.described(pod), reason));
  }
}
