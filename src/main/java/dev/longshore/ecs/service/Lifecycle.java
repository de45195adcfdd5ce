package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.DeploymentAction;
import dev.longshore.api.ecs.v1.DeploymentActionType;
import dev.longshore.api.ecs.v1.DeploymentConfiguration;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.ecs.service.Gates.Pause;
import dev.longshore.ecs.service.Hooks.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which stage a ROLLING deployment is at, and what it waits for besides its tasks.
 *
 * @param gates what it waited for so far, to be written on its children
 * @param waiting hooks that nobody has decided on
 * @param expired a hook's time-out says that the deployment is to be rolled back
 * @param next when time alone moves it on
 */
record Lifecycle(
    LifecycleStage stage,
    Gates gates,
    List<Hook> waiting,
    boolean expired,
    Optional<Instant> next) {

  Lifecycle {
    waiting = List.copyOf(waiting);
  }

  static Lifecycle of(Service service, EcsDeployment deployment, ServiceObserved observed) {
    Gates gates = observed.gates(deployment);
    if (observed.end(deployment).isPresent()) {
      return at(LifecycleStage.CLEAN_UP, gates);
    }
    return new Look(service, deployment, observed).from(gates);
  }

  /** Whether a service asks its deployments to wait for more than their tasks. */
  static boolean asked(ServiceSpec spec) {
    Alarms alarms = Alarms.of(spec);
    DeploymentConfiguration configuration = spec.deploymentConfiguration();
    return alarms.watched()
        || alarms.bake().isPositive()
        || configuration != null && !configuration.lifecycleHooks().isEmpty();
  }

  /** Whether it waits for more than its tasks at all. */
  boolean gated() {
    return gates.closed();
  }

  boolean completed() {
    return stage == LifecycleStage.CLEAN_UP;
  }

  private static Lifecycle at(LifecycleStage stage, Gates gates) {
    return new Lifecycle(stage, gates, List.of(), false, Optional.empty());
  }

  private Lifecycle lookAgain(Instant at) {
    boolean sooner = next.isEmpty() || at.isBefore(next.get());
    return new Lifecycle(stage, gates, waiting, expired, sooner ? Optional.of(at) : next);
  }

  /** The stages of a ROLLING deployment in their order. */
  private record Look(Service service, EcsDeployment deployment, ServiceObserved observed) {

    Lifecycle from(Gates known) {
      Gates gates = observed.of(deployment).findAny().isEmpty() ? unborn(known) : known;
      if (!gates.closed()) {
        return at(done() ? LifecycleStage.CLEAN_UP : LifecycleStage.SCALE_UP, gates);
      }
      Alarms alarms = Alarms.of(service.getSpec());
      Lifecycle now = stage(gates, alarms);
      return alarms.watched() && !gates.ignoresAlarms() && !now.completed()
          ? now.lookAgain(observed.now().plus(Alarms.PERIOD))
          : now;
    }

    /** An alarm that is on before the first task says nothing of the deployment. */
    private Gates unborn(Gates gates) {
      Alarms alarms = Alarms.of(service.getSpec());
      Gates begun = asked(service.getSpec()) ? gates.closed(observed.now(), named().ids()) : gates;
      return observed.alarming(alarms.names()) ? begun.ignoringAlarms() : begun;
    }

    private Lifecycle stage(Gates gates, Alarms alarms) {
      Lifecycle before = before(gates);
      if (!before.waiting().isEmpty()) {
        return before;
      }
      if (gates.steadySince() == null && !done()) {
        return at(LifecycleStage.SCALE_UP, before.gates());
      }
      Lifecycle after = pause(LifecycleStage.POST_SCALE_UP, before.gates().steady(observed.now()));
      return after.waiting().isEmpty() ? baked(after.gates(), alarms.bake()) : after;
    }

    private boolean done() {
      return EarlySuccess.done(service.getSpec(), deployment, observed, observed.desired(service));
    }

    private Lifecycle before(Gates gates) {
      if (observed.alive(deployment)) {
        return at(LifecycleStage.SCALE_UP, gates);
      }
      Lifecycle reconcile =
          takingTurns(gates)
              ? pause(LifecycleStage.RECONCILE_SERVICE, gates)
              : at(LifecycleStage.RECONCILE_SERVICE, gates);
      return reconcile.waiting().isEmpty()
          ? pause(LifecycleStage.PRE_SCALE_UP, reconcile.gates())
          : reconcile;
    }

    /** ECS has that stage only when more than one revision had tasks at the start. */
    private boolean takingTurns(Gates gates) {
      long others =
          observed.deployments().stream()
              .filter(it -> !it.equals(deployment) && observed.alive(it))
              .count();
      return others > 1
          || hooks(gates).at(LifecycleStage.RECONCILE_SERVICE).stream()
              .anyMatch(it -> gates.hooks().containsKey(it.id()));
    }

    /** Hooks of one stage run side by side; the stage is over when all of them are. */
    private Lifecycle pause(LifecycleStage stage, Gates before) {
      Gates gates = before;
      List<Hook> waiting = new ArrayList<>();
      boolean expired = false;
      for (Hook hook : hooks(before).at(stage)) {
        Pause pause = pause(hook, gates);
        gates = gates.with(hook.id(), pause);
        if (pause.open()) {
          waiting.add(hook);
          expired |= !hook.expires(pause).isAfter(observed.now());
        }
      }
      Gates known = gates;
      return new Lifecycle(
          stage,
          known,
          waiting,
          expired,
          waiting.stream()
              .map(it -> it.expires(Objects.requireNonNull(known.hooks().get(it.id()))))
              .min(Comparator.naturalOrder()));
    }

    private Pause pause(Hook hook, Gates gates) {
      Pause pause =
          gates.hooks().getOrDefault(hook.id(), new Pause(observed.now().toString(), null));
      boolean late = !hook.expires(pause).isAfter(observed.now());
      return pause.open() && (continued(hook) || late && hook.continues())
          ? new Pause(pause.since(), observed.now().toString())
          : pause;
    }

    private boolean continued(Hook hook) {
      return Course.action(service, deployment)
          .filter(it -> DeploymentActionType.CONTINUE.name().equals(it.action()))
          .map(DeploymentAction::hookId)
          .filter(hook.id()::equals)
          .isPresent();
    }

    private Lifecycle baked(Gates gates, Duration bake) {
      Instant from =
          Stream.concat(
                  Stream.ofNullable(gates.steadySince()),
                  hooks(gates).at(LifecycleStage.POST_SCALE_UP).stream()
                      .map(it -> gates.hooks().get(it.id()))
                      .filter(Objects::nonNull)
                      .map(Pause::passed)
                      .filter(Objects::nonNull))
              .map(Instant::parse)
              .max(Comparator.naturalOrder())
              .orElse(observed.now());
      Instant until = from.plus(bake);
      return until.isAfter(observed.now())
          ? at(LifecycleStage.BAKE_TIME, gates).lookAgain(until)
          : at(LifecycleStage.CLEAN_UP, gates);
    }

    private Hooks hooks(Gates gates) {
      return named().of(gates);
    }

    private Hooks named() {
      return Hooks.of(service.getSpec(), deployment);
    }
  }
}
