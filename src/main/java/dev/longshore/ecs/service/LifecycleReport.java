package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.LifecycleHookDetail;
import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceDeploymentAlarms;
import dev.longshore.ecs.alarm.AlarmState;
import dev.longshore.ecs.service.Hooks.Hook;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the history tells of a deployment's pauses and alarms. */
record LifecycleReport(ServiceDeployments now) {

  /** Pauses that wait for a decision. */
  List<LifecycleHookDetail> pauses() {
    return now.plan().course().failed()
        ? List.of()
        : now.plan().course().lifecycle().stream()
            .flatMap(it -> it.waiting().stream().map(hook -> pause(it, hook)))
            .toList();
  }

  private static LifecycleHookDetail pause(Lifecycle lifecycle, Hook hook) {
    Gates.Pause pause = Objects.requireNonNull(lifecycle.gates().hooks().get(hook.id()));
    return new LifecycleHookDetail(
        hook.id(),
        hook.stage(),
        "AWAITING_ACTION",
        hook.expires(pause).toString(),
        hook.continues() ? "CONTINUE" : "ROLLBACK");
  }

  /** What the alarms say; nothing when none is watched. */
  @Nullable ServiceDeploymentAlarms alarms(Optional<ServiceDeployment> before, boolean open) {
    Alarms alarms = Alarms.of(now.service().getSpec());
    if (!alarms.watched()) {
      return null;
    }
    List<String> triggered =
        before
            .map(ServiceDeployment::alarms)
            .map(ServiceDeploymentAlarms::triggeredAlarmNames)
            .filter(it -> !it.isEmpty())
            .orElseGet(() -> alarms.names().stream().filter(this::alarming).toList());
    boolean ended = now.plan().course().end().filter(DeploymentEnd::alarmed).isPresent();
    boolean ignored =
        now.plan().course().lifecycle().filter(it -> it.gates().ignoresAlarms()).isPresent();
    String state = ignored ? "DISABLED" : open ? "MONITORING" : "MONITORING_COMPLETE";
    return new ServiceDeploymentAlarms(
        ended ? "TRIGGERED" : state,
        alarms.names(),
        ended ? triggered : List.of(),
        ignored ? "An alarm was in ALARM before the deployment began." : unreadable(alarms));
  }

  private boolean alarming(String name) {
    return now.observed().alarming(List.of(name));
  }

  private @Nullable String unreadable(Alarms alarms) {
    return alarms.names().stream()
        .flatMap(
            name ->
                Stream.ofNullable(now.observed().alarms().get(name))
                    .map(AlarmState::note)
                    .filter(note -> !note.isEmpty())
                    .map(note -> name + ": " + note))
        .reduce((one, other) -> one + " " + other)
        .orElse(null);
  }
}
