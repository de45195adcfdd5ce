package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a service of two tasks is heading, by what its children tell; see {@link Fleet}. */
class CourseTest {
  private static final String BREAKER =
      "'deploymentConfiguration': {'deploymentCircuitBreaker': {'enable': true, 'rollback': true}}";

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "'', 1, , 1, , a first deployment begins",
    "1/2/2, 1, , 1, , what the inputs ask for runs",
    "1/2/2, 2, , 2, , other inputs start the next",
    "1C/2/2 2/2/0, 2, ROLLBACK 2, 1, STOPPED_ROLLED_BACK, one in progress is stopped for the last",
    "1C/2/2 2/2/0, 2, ABORT 2, 2, STOPPED, or just stopped",
    "1/2/2 2/2/0, 2, ROLLBACK 2, 2, STOPPED, without one to go back to it only stops",
    "1C/2/2 2/2/0, 2, ROLLBACK 1, 2, , a request for another one says nothing",
    "2/2/2, 2, ABORT 2, 2, , one that is steady cannot be stopped",
    "2C/2/1, 2, ABORT 2, 2, , nor one that was steady once",
    "2/2/1, 2, ABORT 2, 2, STOPPED, one that never was can",
    "1C/2/2 2(3)/2/0, 2, , 1, FAILED_ROLLED_BACK, failures trip the breaker",
    "1C/2/2 2(2)/2/0, 2, , 2, , but not two of them",
    "2(3)/2/0, 2, , 2, FAILED, without one to go back to it only fails",
    "2(a2)/2/0 2(b1)/2/0, 2, , 2, FAILED, tasks on all providers count together",
    "2(a2)/2/0 2(b1)/2/1, 2, , 2, , and a healthy one on any forgives all",
    "2C(3)/2/1, 2, , 2, , what completed cannot fail",
    "1C/0/0 2R/2/0, 2, , 1, FAILED_ROLLED_BACK, what was given up stays so",
    "2R/2/0, 2, , 2, FAILED, also when what it went back to is gone",
    "1C/2/2 2R/0/0, 3, , 3, , until other inputs start another",
    "1C/2/2 2R/0/0, 1, , 3, , also those of an older one",
  })
  void followsTheChildren(
      String children,
      int inputs,
      @Nullable String action,
      int target,
      @Nullable String end,
      String because) {
    Course course =
        Course.of(service(action), Optional.of(Fleet.inputs(inputs)), Fleet.of(children));

    assertThat(course.target().map(EcsDeployment::ordinal)).as(because).hasValue(target);
    assertThat(course.end().map(Enum::name)).as(because).isEqualTo(Optional.ofNullable(end));
    assertThat(course.rollsBack()).as(because).isEqualTo(end != null && end.endsWith("BACK"));
    assertThat(course.frozen()).as(because).isEqualTo(end != null && !end.endsWith("BACK"));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "2(4)/2/0, 10, , four are fewer than half of what is desired now",
    "2(4)/10/0, 2, FAILED, and more than half of it once less is desired",
  })
  void theThresholdIsAShareOfTheDesiredCountOfNow(
      String children, int desired, @Nullable String end, String because) {
    Service service = Fleet.service("{'desiredCount': %d, %s}".formatted(desired, BREAKER));

    Course course = Course.of(service, Optional.of(Fleet.inputs(2)), Fleet.of(children));

    assertThat(course.end().map(Enum::name)).as(because).isEqualTo(Optional.ofNullable(end));
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "2/2/2, 2, , , a service that asks for nothing is spared the write",
    "2/2/2, 2, ABORT 2, COMPLETED, a request to stop it finds it completed for good",
    "2/2/1, 2, ABORT 2, STOPPED, or stops it",
    "2/2/2, 3, , COMPLETED, the one before the next is marked when that begins",
    "2/2/1, 3, , , unless it never was steady",
  })
  void whatWasSteadyIsMarkedWhereSomebodyAsks(
      String children, int inputs, @Nullable String action, @Nullable String mark, String because) {
    ServiceObserved observed = Fleet.of(children);
    Service service = withoutBreaker(action);
    Course course = Course.of(service, Optional.of(Fleet.inputs(inputs)), observed);

    ChildMarks marks = new ChildStates(service, course, observed).of(observed.children().getLast());

    assertThat(marks.end().map(Enum::name)).as(because).isEqualTo(Optional.ofNullable(mark));
  }

  private static Service service(@Nullable String action) {
    return Fleet.service("{'desiredCount': 2, %s %s}".formatted(kubernetes(action), BREAKER));
  }

  private static Service withoutBreaker(@Nullable String action) {
    return Fleet.service("{%s 'desiredCount': 2}".formatted(kubernetes(action)));
  }

  private static String kubernetes(@Nullable String action) {
    if (action == null) {
      return "";
    }
    String[] words = action.split(" ");
    return "'kubernetes': {'deploymentAction': {'action': '%s', 'deploymentId': 'ecs-svc/%s'}},"
        .formatted(words[0], words[1]);
  }
}
