package dev.longshore.cli;

import java.time.Duration;
import java.util.Optional;

/** How a task is stopped, whoever started it. */
sealed interface TaskStop permits OwnTaskStop, ServiceTaskStop {
  void ask();

  /** What is not done of what was asked for. */
  Optional<String> remark();

  /** What became of it, at once or when it has stopped. */
  TaskEnd end(boolean wait, Duration patience);
}
