package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.cli.why.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says in one sentence what keeps a service or a task from running, and what helps. */
@Command(
    name = "why",
    description = "Say why a service or task does not run: the first fault and its remedy.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:a fault was found, or there is no such service or task",
      "2:not a command line of this verb",
      "3:no cluster reached"
    })
public final class WhyCommand implements Callable<Integer> {
  private static final String SERVICE = "service/";
  private static final String TASK = "task/";

  @Parameters(
      paramLabel = "NAME",
      description = "service/NAME, task/NAME, or a name alone: a service's, else a task's.")
  String name = "";

  @Mixin final Connection where = new Connection();
  @Mixin final Printer printer = new Printer();

  @Override
  public Integer call() {
    try (where) {
      Diagnosis found = diagnosis(EcsObjects.in(where));
      printer.print(found, List.of(found.sentence()));
      return found.healthy() ? 0 : Refusal.REFUSED;
    }
  }

  private Diagnosis diagnosis(EcsObjects objects) {
    WhyScenes scenes = new WhyScenes(objects);
    if (name.startsWith(TASK)) {
      String task = name.substring(TASK.length());
      return of(StandaloneTasks.in(where).named(task), scenes);
    }
    if (!name.startsWith(SERVICE)) {
      Optional<Task> task = StandaloneTasks.in(where).find(name);
      boolean service =
          objects.services().stream().anyMatch(it -> EcsObjects.name(it).equals(name));
      if (!service && task.isPresent()) {
        return of(task.get(), scenes);
      }
    }
    String service = name.startsWith(SERVICE) ? name.substring(SERVICE.length()) : name;
    return Diagnosis.of(scenes.of(objects.service(service)));
  }

  private static Diagnosis of(Task task, WhyScenes scenes) {
    boolean ended = task.getStatus() != null && "STOPPED".equals(task.getStatus().lastStatus());
    return ended ? Diagnosis.ended(scenes.of(task)) : Diagnosis.of(scenes.of(task));
  }
}
