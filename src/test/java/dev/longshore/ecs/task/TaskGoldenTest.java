package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.testing.Golden;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks with what they refer to, or with their pod, go in; the Job or the status comes out. */
class TaskGoldenTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:01:00Z"), ZoneOffset.UTC);

  private final TaskStatuses statuses = new TaskStatuses(CLOCK);

  static Stream<Golden> cases() {
    return Golden.cases("task");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void givesTheObjectsOfTheFiles(Golden golden) {
    FixedCatalog catalog = new FixedCatalog(golden.inputs().values());
    Task task = catalog.all(Task.class).findFirst().orElseThrow();
    List<Pod> pods = catalog.all(Pod.class).toList();

    golden.expect(
        pods.isEmpty() ? started(task, catalog) : Map.of("status", seen(task, pods, catalog)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aSecondLookWritesTheSameStatus(Golden golden) {
    FixedCatalog catalog = new FixedCatalog(golden.inputs().values());
    Task task = catalog.all(Task.class).findFirst().orElseThrow();
    List<Pod> pods = catalog.all(Pod.class).toList();
    TaskStatus first = seen(task, pods, catalog);
    task.setStatus(first);

    assertThat(seen(task, pods, catalog)).isEqualTo(first);
  }

  private Map<String, Object> started(Task task, Catalog catalog) {
    List<Problem> refused = TaskChecks.of(task, catalog);
    if (!refused.isEmpty()) {
      return Map.of("status", waiting(task, refused));
    }
    return switch (new TaskResolver(catalog).resolve(task)) {
      case Resolution.Unresolved<TaskInputs> missing ->
          Map.of("status", waiting(task, missing.problems()));
      case Resolution.Resolved<TaskInputs> inputs -> {
        Job job = new TaskJob(ServerFeatures.all()).render(task, inputs.value());
        Map<String, Object> objects = new TreeMap<>();
        objects.put("job", job);
        objects.put("status", status(task, TaskObserved.of(List.of(job), List.of())));
        yield objects;
      }
    };
  }

  private TaskStatus waiting(Task task, List<Problem> problems) {
    return statuses.waiting(task, TaskConditions.of(problems));
  }

  private TaskStatus seen(Task task, List<Pod> pods, FixedCatalog catalog) {
    String zone = catalog.all(Node.class).map(Nodes::zone).findFirst().orElse("");
    return status(task, TaskObserved.of(List.of(Seen.job()), pods).in(zone));
  }

  private TaskStatus status(Task task, TaskObserved seen) {
    TaskRun run = TaskRun.of(task, seen, statuses.now());
    TaskStatus status =
        statuses.of(task, "default", run, TaskConditions.of(run, Room.unknown(), statuses.now()));
    return Mappers.json().convertValue(status, TaskStatus.class);
  }
}
