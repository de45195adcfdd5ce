package dev.longshore.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Answers as ListTasks and DescribeTasks do, for one service or for all and the tasks that run on
 * their own.
 */
@Command(
    name = "tasks",
    description = "List the tasks, with the node and capacity provider of each.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:refused, or not found",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class TasksCommand implements Runnable {
  private static final List<String> HEADINGS =
      List.of(
          "taskId",
          "lastStatus",
          "group",
          "taskDefinition",
          "capacityProviderName",
          "containerInstance");

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "Only the tasks of this service (name or ARN).")
  @Nullable String service;

  @Override
  public void run() {
    try (where) {
      EcsObjects objects = EcsObjects.in(where);
      List<Task> tasks =
          service == null ? objects.tasks() : objects.tasks(objects.service(service));
      printer.print(Map.of("tasks", tasks), table(tasks).lines());
    }
  }

  static Table table(List<Task> tasks) {
    return new Table(HEADINGS, tasks.stream().map(TasksCommand::row).toList());
  }

  private static List<String> row(Task task) {
    return List.of(
        task.taskId(),
        Cells.of(task.lastStatus()),
        Cells.of(task.group()),
        task.taskDefinition(),
        Cells.of(task.capacityProviderName()),
        Cells.of(task.containerInstance()));
  }
}
