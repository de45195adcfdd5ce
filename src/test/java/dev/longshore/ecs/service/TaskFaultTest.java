package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFaultTest {
  private static final Set<String> ESSENTIAL = Set.of("app");
  private static final Duration FORTY = Duration.ofSeconds(40);

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("image not there", waiting("ImagePullBackOff", 0), 1, false, false),
        Arguments.of("secret not there", waiting("CreateContainerConfigError", 0), 1, false, false),
        Arguments.of("down for the first time", ended("00:00:00", "00:00:05", 0), 1, false, true),
        Arguments.of("ran 40 s", ended("00:00:00", "00:00:40", 0), 1, true, true),
        Arguments.of(
            "waits for its second restart",
            "restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                + " {startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z'}}",
            2,
            false,
            true),
        Arguments.of(
            "runs again after two exits",
            "restartCount: 2, state: {running: {}}, lastState: {terminated: {startedAt:"
                + " '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z'}}",
            2,
            false,
            true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isWhatEcsWouldHaveStopped(
      String name, String status, int stops, boolean healthyBefore, boolean ran) {
    Pod pod = pod("", "{name: app, " + status + "}");

    assertThat(TaskFault.of(pod, ESSENTIAL, FORTY))
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.stops()).isEqualTo(stops);
              assertThat(fault.healthyBefore()).isEqualTo(healthyBefore);
              assertThat(fault.ran()).isEqualTo(ran);
            });
  }

  @ParameterizedTest(name = "Ready changed at {0}: {1}")
  @CsvSource({"00:00:00, false", "00:00:03, true"})
  void aCheckedTaskWasHealthyWhenItWasReadyInItsLastRun(String changed, boolean healthy) {
    String ready =
        "conditions: [{type: Ready, status: 'False', lastTransitionTime: '2026-01-01T%sZ'}]"
            .formatted(changed);
    Pod pod =
        pod(ready, "{name: app, " + ended("00:00:01", "00:00:03", 0) + "}", "readinessProbe: {}");

    assertThat(TaskFault.of(pod, ESSENTIAL, Duration.ZERO).orElseThrow().healthyBefore())
        .isEqualTo(healthy);
  }

  @Test
  void aContainerThatIsNotEssentialStopsNothing() {
    Pod pod = pod("", "{name: helper, " + ended("00:00:00", "00:00:05", 3) + "}");

    assertThat(TaskFault.of(pod, ESSENTIAL, FORTY)).isEmpty();
  }

  @Test
  void aTaskThatIsStartingIsNotAtFault() {
    assertThat(
            TaskFault.of(
                pod("", "{name: app, " + waiting("ContainerCreating", 0) + "}"), ESSENTIAL, FORTY))
        .isEmpty();
    assertThat(
            TaskFault.of(
                pod("", "{name: app, " + waiting("ErrImagePull", 0) + "}"), ESSENTIAL, FORTY))
        .isEmpty();
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
