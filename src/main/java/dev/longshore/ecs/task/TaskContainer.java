package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.ContainerRestartPolicy;
import dev.longshore.ecs.pods.ContainerReasons;
import dev.longshore.ecs.task.InPod.Place;
import dev.longshore.ecs.task.InPod.Restarts;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One container of a task as the kubelet sees it.
 *
 * @param status none before the kubelet took the pod
 * @param inPod what its pod makes of it
 */
record TaskContainer(
    ContainerDefinition definition, @Nullable ContainerStatus status, InPod inPod) {
  /** ContainerRestartPolicy.restartAttemptPeriod when it is left out, in seconds. */
  private static final int ATTEMPT_PERIOD = 300;

  /** The runtime refused to start the process; the kubelet calls that an exit with code 128. */
  private static final Set<String> NEVER_STARTED = Set.of("StartError", "ContainerCannotRun");

  /** The kubelet lost sight of the container and made its exit code up. */
  private static final String UNKNOWN = "ContainerStatusUnknown";

  String name() {
    return String.valueOf(definition.name());
  }

  boolean essential() {
    return !Boolean.FALSE.equals(definition.essential());
  }

  /** Whether its process ran at any time. */
  boolean started() {
    return startedAt().isPresent();
  }

  /** First start, as far as the kubelet still knows. */
  Optional<Instant> startedAt() {
    Optional<ContainerStateTerminated> earlier = before().filter(TaskContainer::ran);
    if (earlier.isPresent()) {
      return Times.parse(earlier.get().getStartedAt());
    }
    if (running()) {
      return runningSince();
    }
    return terminated().filter(TaskContainer::ran).flatMap(it -> Times.parse(it.getStartedAt()));
  }

  boolean running() {
    ContainerState now = state();
    return now != null && now.getRunning() != null;
  }

  /** Start of the run that goes on; a restart makes it a later one. */
  Optional<Instant> runningSince() {
    ContainerState now = state();
    return Optional.ofNullable(now == null ? null : now.getRunning())
        .flatMap(it -> Times.parse(it.getStartedAt()));
  }

  /** When the next one's turn came, where others start after it. */
  Optional<Instant> madeWayAt() {
    return switch (inPod.place()) {
      case MAIN -> Optional.empty();
      case FIRST -> ended().flatMap(it -> Times.parse(it.getFinishedAt()));
      case BESIDE -> startedAt();
    };
  }

  /** How it stands still, whether or not it is started again. */
  Optional<ContainerStateTerminated> terminated() {
    ContainerState now = state();
    return Optional.ofNullable(now == null ? null : now.getTerminated());
  }

  /** How it ended, when nothing restarts it: neither its policy nor, any more, its pod. */
  Optional<ContainerStateTerminated> ended() {
    return lastEnd()
        .filter(it -> !isRestartedAfter(it) || inPod.restarts() != Restarts.POSSIBLE && !running());
  }

  /**
   * How it ended, unless only the end of its pod made that its last: what waits to be restarted
   * when the pod is deleted has not ended the task.
   */
  Optional<ContainerStateTerminated> endedByItself() {
    return ended().filter(it -> !isRestartedAfter(it) || inPod.restarts() == Restarts.NEVER);
  }

  private Optional<ContainerStateTerminated> lastEnd() {
    return terminated()
        .or(() -> inPod.place() == Place.BESIDE || hasPolicy() ? before() : Optional.empty());
  }

  /** Whether the kubelet can say nothing of its end. */
  boolean lost() {
    return terminated().filter(it -> UNKNOWN.equals(it.getReason())).isPresent();
  }

  Optional<Integer> exitCode() {
    return ended().filter(TaskContainer::ran).map(this::code);
  }

  /** An init container that may end with any code ends with 0 and leaves its own as a message. */
  private Integer code(ContainerStateTerminated end) {
    String message = text(end.getMessage()).strip();
    return inPod.place() == Place.FIRST && end.getExitCode() == 0 && message.matches("\\d{1,3}")
        ? Integer.valueOf(message)
        : end.getExitCode();
  }

  private Optional<ContainerStateTerminated> before() {
    ContainerState last = status == null ? null : status.getLastState();
    return Optional.ofNullable(last == null ? null : last.getTerminated());
  }

  /** Whether the kubelet holds it back. */
  boolean waits() {
    ContainerState now = state();
    return now != null && now.getWaiting() != null;
  }

  /** What went wrong with it, in ECS's words; nothing when all is well or still in the making. */
  Optional<String> reason() {
    return ContainerReasons.of(state(), inPod.pullSecrets());
  }

  /** Whether no second attempt can start it. */
  boolean hopeless() {
    return ContainerReasons.isFinal(state());
  }

  static boolean ran(ContainerStateTerminated end) {
    return !NEVER_STARTED.contains(text(end.getReason()))
        && !UNKNOWN.equals(end.getReason())
        && end.getStartedAt() != null;
  }

  /**
   * Its own policy brings it back, unless the code is one that ends it; what others wait for to end
   * has ended once it succeeded.
   */
  private boolean isRestartedAfter(ContainerStateTerminated end) {
    ContainerRestartPolicy policy = definition.restartPolicy();
    return policy != null
        && hasPolicy()
        && ran(end)
        && !(inPod.place() == Place.FIRST && end.getExitCode() == 0)
        && !policy.ignoredExitCodes().contains(end.getExitCode())
        && !(essential() && early(policy, end));
  }

  /**
   * Whether it ran for less than restartAttemptPeriod: final, but the kubelet restarts it all the
   * same, so only what is essential ends for it.
   */
  private static boolean early(ContainerRestartPolicy policy, ContainerStateTerminated end) {
    Duration period =
        Duration.ofSeconds(
            Objects.requireNonNullElse(policy.restartAttemptPeriod(), ATTEMPT_PERIOD));
    return Times.parse(end.getStartedAt())
        .flatMap(from -> Times.parse(end.getFinishedAt()).map(to -> Duration.between(from, to)))
        .filter(ran -> ran.compareTo(period) < 0)
        .isPresent();
  }

  private boolean hasPolicy() {
    ContainerRestartPolicy policy = definition.restartPolicy();
    return policy != null && Boolean.TRUE.equals(policy.enabled());
  }

  private @Nullable ContainerState state() {
    return status == null ? null : status.getState();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
