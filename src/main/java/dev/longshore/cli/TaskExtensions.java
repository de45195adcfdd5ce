package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run} can ask of tasks that RunTask has no member for. */
final class TaskExtensions {
  /** Of tasks that are numbered; ECS's own limit is that of a request. */
  private static final int MOST_INDEXED = 100;

  private static final int MOST_RETRIES = 10;

  @Option(
      names = "--indexed",
      description =
          "Number the tasks from 0, in AWS_BATCH_JOB_ARRAY_INDEX and JOB_COMPLETION_INDEX; --count"
              + " may be 100 then.")
  boolean indexed;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "Attempts after a first one that fails, 0 to 10, each a task of its own; --wait follows"
              + " them.")
  @Nullable Integer retries;

  /** The largest count. */
  int most() {
    return indexed ? MOST_INDEXED : TaskRequests.MOST;
  }

  /** The request with what was asked for, so that another wish is another request. */
  ObjectNode in(ObjectNode spec) {
    Integer asked = retries;
    if (asked != null && (asked < 0 || asked > MOST_RETRIES)) {
      throw new Refusal(
          Refusal.REFUSED,
          "--retries: %d must be between 0 and %d.".formatted(asked, MOST_RETRIES));
    }
    if (asked != null) {
      spec.withObjectProperty("kubernetes").put("retries", asked);
    }
    if (indexed) {
      spec.withObjectProperty("kubernetes").put("index", 0);
    }
    return spec;
  }

  /** The objects of one request, each with its number. */
  List<ObjectNode> numbered(List<ObjectNode> tasks) {
    for (int i = 0; indexed && i < tasks.size(); i++) {
      tasks.get(i).withObjectProperty("spec").withObjectProperty("kubernetes").put("index", i);
    }
    return tasks;
  }
}
