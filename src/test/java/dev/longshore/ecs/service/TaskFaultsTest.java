package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFaultsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final TaskFaults FAULTS = faults(Duration.ofSeconds(40), Duration.ZERO);

  static Stream<Arguments> stops() {
    return Stream.of(
        Arguments.of("image not there", waiting("ImagePullBackOff", 0), 1, false, Kind.NEVER_RAN),
        Arguments.of(
            "secret not there", waiting("CreateContainerConfigError", 0), 1, false, Kind.NEVER_RAN),
        Arguments.of(
            "down for the first time", ended("00:00:00", "00:00:05", 0), 1, false, Kind.EXITED),
        Arguments.of("ran 40 s", ended("00:00:00", "00:00:40", 0), 1, true, Kind.EXITED),
        Arguments.of(
            "waits for its second restart",
            "restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                + " {startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z'}}",
            2,
            false,
            Kind.EXITED),
        Arguments.of(
            "runs again after two exits",
            "restartCount: 2, state: {running: {}}, lastState: {terminated: {startedAt:"
                + " '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z'}}",
            2,
            false,
            Kind.EXITED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stops")
  void isWhatEcsWouldHaveStopped(
      String name, String status, int stops, boolean healthyBefore, Kind kind) {
    Pod pod = pod("", "{name: app, " + status + "}");

    assertThat(FAULTS.of(pod)).contains(new TaskFault(pod, kind, stops, healthyBefore));
  }

  @ParameterizedTest(name = "Ready changed at {0}: {1}")
  @CsvSource({"00:00:00, false", "00:00:03, true"})
  void aCheckedTaskWasHealthyWhenItWasReadyInItsLastRun(String changed, boolean healthy) {
    String ready =
        "conditions: [{type: Ready, status: 'False', lastTransitionTime: '2026-01-01T%sZ'}]"
            .formatted(changed);
    Pod pod =
        pod(ready, "{name: app, " + ended("00:00:01", "00:00:03", 0) + "}", "readinessProbe: {}");

    assertThat(faults(Duration.ZERO, Duration.ZERO).of(pod).orElseThrow().healthyBefore())
        .isEqualTo(healthy);
  }

  /** {@code first} is an init container: the others wait until it has ended well. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("before")
  void whatOthersWaitForIsEssentialToTheTask(
      String name, String first, String app, int stops, @Nullable Kind kind) {
    Pod pod = starting("", "Pending", "first, " + first, "app, " + app);

    assertThat(FAULTS.of(pod).map(TaskFault::kind)).isEqualTo(Optional.ofNullable(kind));
    assertThat(FAULTS.of(pod).map(TaskFault::stops).orElse(0)).isEqualTo(stops);
    assertThat(FAULTS.of(pod).filter(TaskFault::healthyBefore)).isEmpty();
  }

  static Stream<Arguments> before() {
    String waits = waiting("PodInitializing", 0);
    String fails = ended("00:00:00", "00:00:59", 0);
    String brief = ended("00:00:00", "00:00:05", 0);
    String ends = fails.replace("exitCode: 1", "exitCode: 0");
    String lasts = "restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}, lastState: %s";
    String runs = "restartCount: 0, ready: true, state: {running: {}}";
    return Stream.of(
        Arguments.of(
            "its image is not there", waiting("ImagePullBackOff", 0), waits, 1, "NEVER_RAN"),
        Arguments.of("it failed", fails, waits, 1, "NEVER_RAN"),
        Arguments.of("it fails each time", lasts.formatted(state(fails)), waits, 3, "NEVER_RAN"),
        Arguments.of("it ended well", ends, waits, 0, null),
        Arguments.of(
            "it ended well at last",
            ends.replace("restartCount: 0", "restartCount: 1") + ", lastState: " + state(fails),
            waits,
            1,
            "NEVER_RAN"),
        Arguments.of(
            "its node was started again",
            ends.replace("restartCount: 0", "restartCount: 1") + ", lastState: " + state(ends),
            waits,
            0,
            null),
        Arguments.of("it ended well and the next fails", ends, brief, 1, "EXITED"),
        Arguments.of("it failed once, and so does the next", fails, brief, 2, "EXITED"),
        Arguments.of("all is well", ends, runs, 0, null));
  }

  private static String state(String status) {
    return status.substring(status.indexOf("state: ") + "state: ".length());
  }

  /** A pod is Pending until each of its containers has been started. */
  @ParameterizedTest
  @CsvSource({
    "Pending, ImagePullBackOff, NEVER_RAN",
    "Pending, ContainerCreating,",
    "Running, ImagePullBackOff,"
  })
  void aTaskDoesNotRunBeforeAllItsContainersHaveStarted(
      String phase, String reason, @Nullable Kind kind) {
    Pod pod =
        starting(
            "restartPolicy: Always",
            phase,
            "helper, " + waiting(reason, 0),
            "app, restartCount: 0, state: {running: {}}");

    assertThat(FAULTS.of(pod).map(TaskFault::kind)).isEqualTo(Optional.ofNullable(kind));
  }

  private static Pod starting(String policy, String phase, String first, String app) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, uid: u}
        spec: {containers: [{name: app}], initContainers: [{name: first}, {name: helper, %s}]}
        status: {phase: %s, initContainerStatuses: [{name: %s}], containerStatuses: [{name: %s}]}
        """
            .formatted(policy, phase, first, app),
        Pod.class);
  }

  /** It counts as healthy after 40 seconds; its readiness changed when it ended. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void aPodThatEndedIsOneFailedTask(
      String name, String changed, String statuses, int stops, boolean healthyBefore, Kind kind) {
    Pod pod =
        pod(
            "phase: Failed, startTime: '2026-01-01T00:00:00Z', conditions: [{type: Ready, status:"
                + " 'False', lastTransitionTime: '2026-01-01T%sZ'}]".formatted(changed),
            statuses);

    assertThat(FAULTS.of(pod)).contains(new TaskFault(pod, kind, stops, healthyBefore));
    assertThat(FAULTS.deadline(pod)).isEmpty();
  }

  static Stream<Arguments> ends() {
    String waits = "{name: app, " + waiting("ContainerCreating", 0) + "}";
    String untold = "{name: app, restartCount: 0, state: {terminated: {exitCode: 3}}}";
    String early = "{name: app, " + ended("00:00:00", "00:00:05", 0) + "}";
    String late = "{name: app, " + ended("00:00:00", "00:00:40", 0) + "}";
    String again = "{name: app, " + ended("00:00:00", "00:00:05", 2) + "}";
    String runs = "{name: app, restartCount: 0, state: {running: {}}}";
    String helper = ", {name: helper, " + ended("00:00:00", "00:00:40", 0) + "}";
    return Stream.of(
        Arguments.of("refused by its node", "00:00:00", "", 1, false, Kind.NEVER_RAN),
        Arguments.of("evicted while it started", "00:00:00", waits, 1, false, Kind.NEVER_RAN),
        Arguments.of("never ready", "00:00:00", untold, 1, false, Kind.EXITED),
        Arguments.of("ready for 39 s", "00:00:39", untold, 1, false, Kind.EXITED),
        Arguments.of("ready for 40 s", "00:00:40", untold, 1, true, Kind.EXITED),
        Arguments.of("ran for 5 s", "00:00:40", early, 1, false, Kind.EXITED),
        Arguments.of("ran for 40 s", "00:00:40", late, 1, true, Kind.EXITED),
        Arguments.of("its containers end with it", "00:00:40", late + helper, 1, true, Kind.EXITED),
        Arguments.of("restarted twice before", "00:00:05", again, 3, false, Kind.EXITED),
        Arguments.of("nobody told its containers", "00:00:00", runs, 1, false, Kind.EXITED));
  }

  @Test
  void aContainerThatIsNotEssentialStopsNothing() {
    Pod pod = pod("", "{name: helper, " + ended("00:00:00", "00:00:05", 3) + "}");

    assertThat(FAULTS.of(pod)).isEmpty();
  }

  @Test
  void aTaskThatIsStartingIsNotAtFault() {
    assertThat(FAULTS.of(pod("", "{name: app, " + waiting("ContainerCreating", 0) + "}")))
        .isEmpty();
    assertThat(FAULTS.of(pod("", "{name: app, " + waiting("ErrImagePull", 0) + "}"))).isEmpty();
  }

  /** Started at 00:00:00; the check has 3 retries of 10 s; it is 00:01:00. */
  @ParameterizedTest(name = "ready changed {0}, ready {1}, grace {2} s: {3}")
  @CsvSource({
    "00:00:00, false, 0,   UNHEALTHY",
    "00:00:00, false, 61,",
    "00:00:30, false, 0,   UNHEALTHY",
    "00:00:30, false, 300,",
    "00:00:30, true,  0,",
  })
  void aRunningTaskIsUnhealthyWhenItsCheckFailedLongEnough(
      String changed, boolean ready, int grace, @Nullable Kind kind) {
    String condition =
        "conditions: [{type: Ready, status: '%s', lastTransitionTime: '2026-01-01T%sZ'}]"
            .formatted(ready ? "True" : "False", changed);
    String status =
        "{name: app, ready: %s, started: true, restartCount: 0, state: {running: {startedAt:"
            + " '2026-01-01T00:00:00Z'}}}";
    Pod pod =
        pod(
            condition,
            status.formatted(ready),
            "readinessProbe: {periodSeconds: 10, failureThreshold: 3}");
    TaskFaults faults = faults(Duration.ZERO, Duration.ofSeconds(grace));

    assertThat(faults.of(pod).map(TaskFault::kind)).isEqualTo(Optional.ofNullable(kind));
    assertThat(faults.deadline(pod).isPresent()).isEqualTo(!ready);
  }

  /** Started at 00:00:00, and it is 00:01:00. */
  @ParameterizedTest(name = "{0} retries of {1} s with a timeout of {2} s: {3}")
  @CsvSource({
    "1, 55, 5,  UNHEALTHY",
    "1, 55, 6,",
    "2, 29, 2,  UNHEALTHY",
    "2, 29, 3,",
  })
  void theLastRetryMayTakeItsTimeout(int retries, int period, int timeout, @Nullable Kind kind) {
    Pod pod =
        pod(
            "conditions: [{type: Ready, status: 'False', lastTransitionTime:"
                + " '2026-01-01T00:00:00Z'}]",
            "{name: app, ready: false, started: true, restartCount: 0, state: {running: {startedAt:"
                + " '2026-01-01T00:00:00Z'}}}",
            "readinessProbe: {periodSeconds: %d, failureThreshold: %d, timeoutSeconds: %d}"
                .formatted(period, retries, timeout));

    assertThat(faults(Duration.ZERO, Duration.ZERO).of(pod).map(TaskFault::kind))
        .isEqualTo(Optional.ofNullable(kind));
  }

  private static TaskFaults faults(Duration healthyAfter, Duration grace) {
    return new TaskFaults(Set.of("app"), healthyAfter, new ServiceObserved.Look(NOW, grace));
  }

  private static String waiting(String reason, int restarts) {
    return "restartCount: %d, state: {waiting: {reason: %s}}".formatted(restarts, reason);
  }

  private static String ended(String from, String to, int restarts) {
    return "restartCount: %d, state: {terminated: {exitCode: 1, startedAt: '2026-01-01T%sZ', finishedAt: '2026-01-01T%sZ'}}"
        .formatted(restarts, from, to);
  }

  private static Pod pod(String conditions, String container, String... members) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, uid: u}
        spec: {containers: [{name: app, %s}]}
        status: {%s containerStatuses: [%s]}
        """
            .formatted(
                String.join(",", members), conditions.isEmpty() ? "" : conditions + ",", container),
        Pod.class);
  }
}
