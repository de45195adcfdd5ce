package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.ContainerRestartPolicy;
import dev.longshore.ecs.pods.ContainerReasons;
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
 * @param place where in the pod it is
 */
record TaskContainer(
    ContainerDefinition definition, @Nullable ContainerStatus status, Place place) {

  /** Where dependsOn put a container. */
  enum Place {
    /** Among the pod's containers. */
    MAIN,
    /** An init container that others wait for until it has ended. */
    FIRST,
    /** A sidecar: the kubelet starts it again whatever happens. */
    BESIDE
  }

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
    ContainerState now = state();
    Optional<ContainerStateTerminated> earlier = before().filter(TaskContainer::ran);
    if (earlier.isPresent()) {
      return Times.parse(earlier.get().getStartedAt());
    }
    if (now != null && now.getRunning() != null) {
      return Times.parse(now.getRunning().getStartedAt());
    }
    return terminated().filter(TaskContainer::ran).flatMap(it -> Times.parse(it.getStartedAt()));
  }

  boolean running() {
    ContainerState now = state();
    return now != null && now.getRunning() != null;
  }

  /** How it stands still, whether or not it is started again. */
  Optional<ContainerStateTerminated> terminated() {
    ContainerState now = state();
    return Optional.ofNullable(now == null ? null : now.getTerminated());
  }

  /** How it ended, when nothing restarts it. */
  Optional<ContainerStateTerminated> ended() {
    return terminated()
        .or(() -> place == Place.BESIDE || hasPolicy() ? before() : Optional.empty())
        .filter(it -> !restarts(it));
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
    return place == Place.FIRST && end.getExitCode() == 0 && message.matches("\\d{1,3}")
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
    return ContainerReasons.of(state());
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

  /** Its own policy brings it back, unless the code is one that ends it. */
  private boolean restarts(ContainerStateTerminated end) {
    ContainerRestartPolicy policy = definition.restartPolicy();
    return policy != null
        && hasPolicy()
        && ran(end)
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
