package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.cli.why.Diagnosis;
import dev.longshore.cli.why.Scene;
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
      return task(task, scenes).orElseThrow(() -> StandaloneTasks.in(where).missing(task));
    }
    boolean service =
        name.startsWith(SERVICE)
            || objects.services().stream().anyMatch(it -> EcsObjects.name(it).equals(name));
    return (service ? Optional.<Diagnosis>empty() : task(name, scenes))
        .orElseGet(() -> service(objects, scenes));
  }

  private Diagnosis service(EcsObjects objects, WhyScenes scenes) {
    String service = name.startsWith(SERVICE) ? name.substring(SERVICE.length()) : name;
    return Diagnosis.of(scenes.of(objects.service(service)));
  }

  /** Of a task that runs on its own, else of one that a service started. */
  private Optional<Diagnosis> task(String text, WhyScenes scenes) {
    ServiceTasks others = ServiceTasks.in(where);
    return StandaloneTasks.in(where)
        .search(text)
        .map(it -> of(it, scenes.of(it)))
        .or(() -> others.described(text).map(it -> of(it, scenes.of(it, others.pod(text)))));
  }

  private static Diagnosis of(Task task, Scene scene) {
    boolean ended = task.getStatus() != null && "STOPPED".equals(task.getStatus().lastStatus());
    return ended ? Diagnosis.ended(scene) : Diagnosis.of(scene);
  }
}
