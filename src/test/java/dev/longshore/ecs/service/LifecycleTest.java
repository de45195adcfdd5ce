package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.alarm.AlarmState;
import dev.longshore.ecs.service.Gates.Pause;
import dev.longshore.ecs.service.Hooks.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the second deployment of a service of two tasks waits for; see {@link Fleet}. */
class LifecycleTest {
  private static final Instant NOW = Fleet.NOW;
  private static final Gates CLOSED = Gates.parse("{\"began\": \"%s\"}".formatted(NOW));
  private static final String HOOK =
      "'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': ['%s'],"
          + " 'timeoutConfiguration': {'timeoutInMinutes': 5, 'action': '%s'}}]";
  private static final String ALARMS =
      "'alarms': {'alarmNames': ['errors'], 'enable': true, 'rollback': true}";

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "PRE_SCALE_UP, 1C/2/2, , PRE_SCALE_UP, 1, a pause before the first task leaves the old ones",
    "PRE_SCALE_UP, 1C/2/2 2/0/0, 4m, PRE_SCALE_UP, 1, also after a restart of the operator",
    "PRE_SCALE_UP, 1C/2/2 2/1/0, , SCALE_UP, 2, but never in the middle of a roll",
    "RECONCILE_SERVICE, 1C/2/2, , SCALE_UP, 2, one other revision is no crowd",
    "RECONCILE_SERVICE, 1C/1/1 2/1/0 3/0/0, , RECONCILE_SERVICE, 1, two are and the completed one"
        + " stays",
    "PRE_SCALE_UP, 1C/1/1 2/1/0 3/0/0, , PRE_SCALE_UP, 1, also before its own first task",
    "PRE_SCALE_UP, 1C/0/0 2/1/0 3/0/0, , PRE_SCALE_UP, 2, without it the newest that has tasks",
    "PRE_SCALE_UP, 1C/0/0 2/0/0, , PRE_SCALE_UP, 1, and where no task is desired the next ones",
    "RECONCILE_SERVICE, 1/1/1 2/1/0 3/0/0, , RECONCILE_SERVICE, 2, or where none was completed",
    "POST_SCALE_UP, 1C/2/2 2/2/0, , SCALE_UP, 2, a pause at the end does not stop the roll",
    "POST_SCALE_UP, 1C/0/0 2/2/2, , POST_SCALE_UP, 2, it stops its completion",
    "POST_SCALE_UP, 1C/0/0 2/2/1, 4m, POST_SCALE_UP, 2, also while a task is replaced",
    "POST_SCALE_UP, 2C/2/2, , CLEAN_UP, 2, what completed waits no more",
  })
  void pausesAtItsStages(
      String stage,
      String children,
      @Nullable String since,
      LifecycleStage at,
      int staffed,
      String because) {
    int ordinal = Math.max(2, Fleet.of(children).newest());
    Service service = service(HOOK.formatted(stage, "ROLLBACK"), "");
    Hook hook = Hooks.of(service.getSpec(), Fleet.deployment(ordinal)).all().getFirst();
    ServiceObserved observed =
        Fleet.of(children, ordinal, since == null ? CLOSED : begun(hook, since), NOW);

    Course course = Course.of(service, Optional.of(Fleet.inputs(ordinal)), observed);

    assertThat(course.stage()).as(because).hasValue(at);
    assertThat(course.end()).as(because).isEmpty();
    assertThat(course.staffed(observed).map(EcsDeployment::ordinal)).hasValue(staffed);
  }

  @ParameterizedTest
  @CsvSource({
    "4m, CONTINUE, PRE_SCALE_UP, ",
    "5m, CONTINUE, SCALE_UP, ",
    "4m, ROLLBACK, PRE_SCALE_UP, ",
    "5m, ROLLBACK, , EXPIRED_ROLLED_BACK"
  })
  void aTimeoutDecidesWhereNobodyDoes(
      String since, String action, @Nullable LifecycleStage at, @Nullable DeploymentEnd end) {
    Service service = service(HOOK.formatted("PRE_SCALE_UP", action), "");
    Hook hook = Hooks.of(service.getSpec(), Fleet.deployment(2)).all().getFirst();
    ServiceObserved observed = Fleet.of("1C/2/2 2/0/0", 2, begun(hook, since), NOW);

    Course course = Course.of(service, Optional.of(Fleet.inputs(2)), observed);

    assertThat(course.stage()).isEqualTo(Optional.ofNullable(at));
    assertThat(course.end()).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void onlyTheHookThatIsNamedIsPassedAndItStaysSo() {
    String hooks = HOOK.formatted("PRE_SCALE_UP', 'POST_SCALE_UP", "ROLLBACK");
    Service asking = service(hooks, "");
    Hook before = Hooks.of(asking.getSpec(), Fleet.deployment(2)).all().getFirst();
    Service told = service(hooks, action(before.id()));

    Lifecycle passed = lifecycle(told, Fleet.of("1C/2/2 2/0/0", 2, begun(before, "1m"), NOW));
    Lifecycle later = lifecycle(told, Fleet.of("1C/0/0 2/2/2", 2, passed.gates(), NOW));

    assertThat(passed.stage()).isEqualTo(LifecycleStage.SCALE_UP);
    assertThat(passed.gates().hooks().get(before.id())).isEqualTo(new Pause(ago("1m"), ago("0m")));
    assertThat(later.stage()).isEqualTo(LifecycleStage.POST_SCALE_UP);
  }

  /** Each hook is a letter: its details. A passed one stays so, whichever others come and go. */
  @ParameterizedTest(name = "{0} passed, then {1}: {2} wait")
  @CsvSource({"ab, b, 0", "ab, ba, 0", "a, ab, 0", "a, ba, 0", "aa, a, 0", "'', a, 0"})
  void hooksOfADeploymentAreThoseItBeganWith(String first, String then, int waiting) {
    Service asking = service(pauses(first) + ALARMS, "");
    ServiceObserved unborn = Fleet.of("1C/2/2");
    Gates begun = lifecycle(asking, unborn).gates();
    for (String id : begun.hooks().keySet()) {
      begun = begun.with(id, new Pause(ago("1m"), ago("0m")));
    }

    Lifecycle now =
        lifecycle(service(pauses(then) + ALARMS, ""), Fleet.of("1C/2/2 2/0/0", 2, begun, NOW));

    assertThat(begun.hooks()).hasSize(first.length());
    assertThat(now.waiting()).hasSize(waiting);
    assertThat(now.stage()).isEqualTo(LifecycleStage.SCALE_UP);
    assertThat(Gates.parse(begun.text())).isEqualTo(begun);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "1C/2/2, '{}', true",
    "1C/2/2 2/2/0, '{\"began\": \"2026-01-01T00:00:00Z\"}', true",
    "1C/2/2 2/2/0, '{\"began\": \"2026-01-01T00:00:00Z\", \"ignoreAlarms\": true}', false",
    "1C/2/2 2/2/0, '{}', false",
    "2C/2/2, '{\"began\": \"2026-01-01T00:00:00Z\"}', false",
    "1C/2/2 2R/0/0, '{\"began\": \"2026-01-01T00:00:00Z\"}', false",
  })
  void alarmsAreReadWhileTheyMayFailADeployment(String children, String gates, boolean matter) {
    ServiceObserved observed = Fleet.of(children, 2, Gates.parse(gates), NOW);

    assertThat(Alarms.matter(Fleet.deployment(2), observed)).isEqualTo(matter);
  }

  @Test
  void anotherTimeoutMakesNoOtherHook() {
    Service one = service(HOOK.formatted("PRE_SCALE_UP", "ROLLBACK"), "");
    Service other = service(HOOK.formatted("PRE_SCALE_UP", "CONTINUE"), "");

    assertThat(Hooks.of(other.getSpec(), Fleet.deployment(2)).ids())
        .isEqualTo(Hooks.of(one.getSpec(), Fleet.deployment(2)).ids());
  }

  private static String pauses(String details) {
    return "'lifecycleHooks': [%s], "
        .formatted(
            details
                .chars()
                .mapToObj(
                    it ->
                        "{'targetType': 'PAUSE', 'lifecycleStages': ['PRE_SCALE_UP'], 'hookDetails': '%c'}"
                            .formatted(it))
                .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "1C/2/2, ALARM, SCALE_UP, , one that was on before says nothing",
    "1C/2/2 2/2/0, ALARM, , ALARM_ROLLED_BACK, one that goes on while tasks take turns ends it",
    "1C/2/2 2/2/0, INSUFFICIENT_DATA, SCALE_UP, , what is not known does not",
    "1C/0/0 2/2/2, OK, BAKE_TIME, , it is watched for a while after the last task",
    "1C/0/0 2/2/2, ALARM, , ALARM_ROLLED_BACK, and then still ends it",
    "2C/2/2, ALARM, CLEAN_UP, , but not what completed",
  })
  void alarmsEndADeployment(
      String children,
      AlarmState.Value state,
      @Nullable LifecycleStage at,
      @Nullable DeploymentEnd end,
      String because) {
    ServiceObserved observed =
        Fleet.of(children, 2, CLOSED, NOW).with(Map.of("errors", new AlarmState(state, "")));

    Course course = Course.of(service(ALARMS, ""), Optional.of(Fleet.inputs(2)), observed);

    assertThat(course.end()).as(because).isEqualTo(Optional.ofNullable(end));
    assertThat(course.stage()).as(because).isEqualTo(Optional.ofNullable(at));
  }

  @ParameterizedTest
  @CsvSource({"59s, BAKE_TIME", "60s, CLEAN_UP"})
  void theBakeTimeBeginsWithTheLastTask(String since, LifecycleStage at) {
    Gates gates = CLOSED.steady(Instant.parse(ago(since)));

    Lifecycle lifecycle = lifecycle(service(ALARMS, ""), Fleet.of("1C/0/0 2/2/2", 2, gates, NOW));

    assertThat(lifecycle.stage()).isEqualTo(at);
    assertThat(lifecycle.next().isPresent()).isEqualTo(at == LifecycleStage.BAKE_TIME);
  }

  @Test
  void anAlarmThatWasOnBeforeIsIgnoredToTheEnd() {
    Service service = service(ALARMS, "");
    Map<String, AlarmState> on = Map.of("errors", AlarmState.of(true));

    Gates begun = lifecycle(service, Fleet.of("1C/2/2").with(on)).gates();
    ServiceObserved later = Fleet.of("1C/2/2 2/2/0", 2, begun, NOW).with(on);

    assertThat(Course.of(service, Optional.of(Fleet.inputs(2)), later).end()).isEmpty();
  }

  @Test
  void whatAServiceGetsLaterCountsFromItsNextDeployment() {
    ServiceObserved observed = Fleet.of("2/2/2").with(Map.of("errors", AlarmState.of(true)));

    Course course = Course.of(service(ALARMS, ""), Optional.of(Fleet.inputs(2)), observed);

    assertThat(course.stage()).hasValue(LifecycleStage.CLEAN_UP);
  }

  @Test
  void gatesAreReadAsTheyWereWritten() {
    Gates gates = CLOSED.ignoringAlarms().steady(NOW).with("a", new Pause(ago("1m"), ago("0m")));

    assertThat(Gates.parse(gates.text())).isEqualTo(gates);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "null",
        "{\"began\": \"yesterday\"}",
        "{\"steadySince\": \"\"}",
        "{\"hooks\": {\"a\": null}}",
        "{\"hooks\": {\"a\": {}}}",
        "{\"hooks\": {\"a\": {\"since\": \"x\"}}}",
        "{\"hooks\": {\"a\": {\"since\": \"2026-01-01T00:00:00Z\", \"passed\": \"x\"}}}",
      })
  void gatesThatSomebodyEditedCountAsNone(String text) {
    assertThat(Gates.parse(text)).isEqualTo(Gates.NONE);
  }

  private static Lifecycle lifecycle(Service service, ServiceObserved observed) {
    return Lifecycle.of(service, Fleet.deployment(2), observed);
  }

  private static Gates begun(Hook hook, String ago) {
    Gates gates = hook.stage().equals("POST_SCALE_UP") ? CLOSED.steady(NOW) : CLOSED;
    return gates.with(hook.id(), new Pause(ago(ago), null));
  }

  private static String ago(String time) {
    return NOW.minus(Duration.parse("PT" + time.toUpperCase(java.util.Locale.ROOT))).toString();
  }

  private static String action(String hook) {
    return "'kubernetes': {'deploymentAction': {'deploymentId': 'ecs-svc/2', 'action': 'CONTINUE',"
        + " 'hookId': '"
        + hook
        + "'}},";
  }

  private static Service service(String configuration, String kubernetes) {
    return Fleet.service(
        "{'desiredCount': 2, %s 'deploymentConfiguration': {%s}}"
            .formatted(kubernetes, configuration));
  }
}
