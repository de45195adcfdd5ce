package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the second deployment of a service of four tasks has done enough; see {@link Fleet}. */
class EarlySuccessTest {
  private static final String CRITERIA =
      "'earlySuccessCriteria': {'enable': %s, 'healthyPercent': %d,"
          + " 'sourceServiceRevisionCleanup': '%s'}";

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "1C/4/4 2/4/3, true, 75, DEFERRED, true, enough are healthy",
    "1C/4/4 2/4/2, true, 75, DEFERRED, false, one is missing",
    "1C/4/4 2/4/3, true, 51, DEFERRED, true, the percent is rounded up",
    "1C/4/4 2/4/2, true, 51, DEFERRED, false, not down",
    "1C/4/4 2/4/0, true, 0, DEFERRED, false, one healthy task is always needed",
    "1C/4/4 2/4/1, true, 0, DEFERRED, true, and may be all that is",
    "1C/1/1 2/4/3, true, 75, BLOCKING, false, old tasks are waited for",
    "1C/0/0 2/4/3, true, 75, BLOCKING, true, until the last is gone",
    "1C/0/0 2/4/3, false, 75, BLOCKING, false, nothing counts that is not enabled",
    "1C/0/0 2/4/4, false, 75, BLOCKING, true, all is enough for everyone",
  })
  void completesWithFewer(
      String children, boolean on, int percent, String cleanup, boolean done, String because) {
    Service service = service(CRITERIA.formatted(on, percent, cleanup) + ", " + breaker());
    ServiceObserved observed = Fleet.of(children);

    Course course = Course.of(service, Optional.of(Fleet.inputs(2)), observed);
    ChildMarks marks =
        new ChildStates(service, course, observed)
            .of(observed.of(Fleet.deployment(2)).findFirst().orElseThrow());

    assertThat(marks.end())
        .as(because)
        .isEqualTo(done ? Optional.of(DeploymentEnd.COMPLETED) : Optional.empty());
    assertThat(course.stage()).hasValue(done ? LifecycleStage.CLEAN_UP : LifecycleStage.SCALE_UP);
  }

  @Test
  void whatWasReplacedInTheMiddleIsNoSuccessByTheFewTasksItHad() {
    Service service = service(CRITERIA.formatted(true, 75, "DEFERRED") + ", " + breaker());
    ServiceObserved observed = Fleet.of("1C/4/4 2/1/1");

    Course course = Course.of(service, Optional.of(Fleet.inputs(3)), observed);
    ChildMarks marks =
        new ChildStates(service, course, observed)
            .of(observed.of(Fleet.deployment(2)).findFirst().orElseThrow());

    assertThat(marks.end()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40, 'deploymentConfiguration.earlySuccessCriteria.healthyPercent: 40 must be 50"
        + " (minimumHealthyPercent) to 100.'",
    "50,",
    "100,"
  })
  void isNoLowerThanTheMinimum(int percent, @Nullable String message) {
    Service service =
        service("'minimumHealthyPercent': 50, " + CRITERIA.formatted(true, percent, "BLOCKING"));

    assertThat(ServiceChecks.request(service.getSpec()))
        .extracting(Problem::message)
        .isEqualTo(Optional.ofNullable(message).stream().toList());
  }

  private static String breaker() {
    return "'minimumHealthyPercent': 0, 'deploymentCircuitBreaker': {'enable': true, 'rollback': true}";
  }

  private static Service service(String configuration) {
    return Fleet.service(
        "{'taskDefinition': 'web', 'desiredCount': 4, 'deploymentConfiguration': {%s}}"
            .formatted(configuration));
  }
}
