package dev.longshore.ecs.task;

import dev.longshore.core.Conditions.State;
import dev.longshore.core.Problem;
import dev.longshore.ecs.pods.Shortage;
import dev.longshore.ecs.pods.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one state and one sentence where a task stands. */
final class TaskConditions {
  private static final Set<String> REFUSED =
      Set.of(
          "ClientException",
          "InvalidParameterException",
          "UnsupportedFeatureException",
          "NameConflict");

  private TaskConditions() {}

  /** Of a task that does not start: what ECS refuses stays refused, what is missing may appear. */
  static State of(List<Problem> problems) {
    String reason = problems.getFirst().reason();
    return REFUSED.contains(reason)
        ? new State.Stalled(reason, Problem.join(problems))
        : new State.Progressing(reason, Problem.join(problems));
  }

  static State of(TaskRun run, Room room, Instant now) {
    Optional<Stop> stop = run.stop();
    if (stop.isPresent()) {
      return run.stopped()
          ? stopped(run, stop.get())
          : new State.Progressing("Stopping", stop.get().reason());
    }
    return switch (run.lastStatus()) {
      case TaskStates.RUNNING -> new State.Ready("Running", "The task is running.");
      case "PROVISIONING" -> provisioning(run, room, now);
      default -> starting(run);
    };
  }

  private static State stopped(TaskRun run, Stop stop) {
    boolean asked = stop.code().equals(Stop.USER);
    boolean well = stop.code().equals(Stop.ESSENTIAL_EXITED) && !new Endings(run.seen()).failed();
    return asked || well
        ? new State.Ready(stop.code(), stop.reason())
        : new State.Stalled(stop.code(), stop.reason() + exits(run) + next(run));
  }

  /** The codes that are not 0, for whoever reads only this line. */
  private static String exits(TaskRun run) {
    String codes =
        run.seen().containers().stream()
            .filter(it -> it.exitCode().filter(code -> code != 0).isPresent())
            .map(it -> it.name() + " " + it.exitCode().orElseThrow())
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : " (exit code of " + codes + ")";
  }

  private static String next(TaskRun run) {
    return run.retry().map(it -> ". " + it.sentence()).orElse("");
  }

  private static State provisioning(TaskRun run, Room room, Instant now) {
    Optional<String> missing = MissingPod.of(run.seen(), now);
    if (missing.isPresent()) {
      return new State.Progressing("PodNotCreated", missing.get());
    }
    Shortage shortage = run.seen().shortage();
    return shortage.waits()
        ? new State.Progressing(
            shortage.reason().replace(' ', '_'), room.sentence(run.seen(), shortage))
        : new State.Progressing("PROVISIONING", "The task waits for its place.");
  }

  private static State starting(TaskRun run) {
    return run.seen().containers().stream()
        .flatMap(it -> it.reason().stream())
        .findFirst()
        .map(reason -> new State.Progressing(reason.split(":", 2)[0], reason))
        .orElseGet(
            () -> new State.Progressing(run.lastStatus(), "The task's containers are starting."));
  }
}
