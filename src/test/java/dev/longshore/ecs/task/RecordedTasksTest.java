package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.testing.RecordedStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tasks in each of their states; what GitOps tools make of them is docs/guides/gitops.md. */
class RecordedTasksTest {
  private static final String PLAIN = "{taskDefinition: web}";
  private static final String STOPPED =
      "{taskDefinition: web, kubernetes: {desiredStatus: STOPPED, stopReason: enough}}";

  /** Each state, and the pod that it is read off; see {@link Seen}. */
  private static final Map<String, String> STARTED =
      Map.of(
          "waits for its place", "",
          "waits for memory", "unplaced=0/3_nodes_are_available:_3_Insufficient_memory.",
          "starts", "placed phase=Pending app:wait=ContainerCreating",
          "cannot pull its image", "placed phase=Pending app:wait=ImagePullBackOff",
          "runs", "placed phase=Running app:running log:running",
          "ended with code 0", "placed phase=Succeeded app:exit=0@20 log:exit=0@20",
          "ended with another code", "placed phase=Failed app:exit=3@20 log:exit=0@20",
          "was evicted", "placed phase=Failed why=Evicted app:exit=137@20 log:exit=137@20");

  @Test
  void theFilesAreWhatTheStatusCodeMakes() {
    Map<String, Task> made = new TreeMap<>();
    STARTED.forEach((state, words) -> made.put(state, seen(PLAIN, words)));
    made.put("nobody looked yet", task(PLAIN));
    made.put("stops", seen(STOPPED, "placed phase=Running deleted=20 app:running log:running"));
    made.put(
        "was stopped on request",
        seen(STOPPED, "placed phase=Succeeded deleted=20 app:exit=0@21 log:exit=0@21"));
    made.put("lacks its task definition", waiting("TaskDefinitionNotFound", "No revision of web."));
    made.put("is refused", waiting("InvalidParameterException", "launchType: MOON is none."));
    new RecordedStates("task").expect(made);
  }

  private static Task seen(String spec, String words) {
    TaskStatuses statuses = statuses(words.contains("@") ? 60 : 12);
    Task task = task(spec);
    TaskRun run = TaskRun.of(task, Seen.of(words), statuses.now());
    task.setStatus(
        statuses.of(task, "default", run, TaskConditions.of(run, Room.unknown(), statuses.now())));
    return task;
  }

  private static Task waiting(String reason, String message) {
    Task task = task(PLAIN);
    task.setStatus(
        statuses(0).waiting(task, TaskConditions.of(List.of(new Problem(reason, message)))));
    return task;
  }

  private static TaskStatuses statuses(int second) {
    return new TaskStatuses(Clock.fixed(Seen.at(second), ZoneOffset.UTC));
  }

  private static Task task(String spec) {
    try {
      return Mappers.yaml()
          .readValue(
              "{metadata: {name: once, namespace: shop, uid: u, generation: 1}, spec: %s}"
                  .formatted(spec),
              Task.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
