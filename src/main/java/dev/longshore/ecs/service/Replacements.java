package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.pods.PodPhase;
import dev.longshore.ecs.service.TaskFault.Kind;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tasks that stopped and are to be replaced as a whole, at ECS's pace. A stop that is not written
 * down yet waits, so that no failure is forgotten with its pod.
 *
 * @param due pods to delete now
 * @param next when to look again without being woken; none when only a change matters
 */
record Replacements(List<Pod> due, Optional<Instant> next) {
  static Replacements of(ServicePlan plan, ServiceObserved observed) {
    Instant now = observed.now();
    Course course = plan.course();
    List<Running> children =
        observed.children().stream().filter(it -> !course.gaveUp(it.deployment())).toList();
    Predicate<Running> full = full(plan, observed);
    List<Pod> due =
        children.stream()
            .filter(child -> !observed.failures(child.deployment()).replaceAt().isAfter(now))
            .flatMap(child -> replaceable(child, full.test(child), now).stream())
            .map(TaskFault::pod)
            .toList();
    List<Pod> all = Stream.concat(ended(observed), due.stream()).toList();
    Stream<Instant> paces =
        children.stream()
            .filter(child -> !replaceable(child, full.test(child), now).isEmpty())
            .map(child -> observed.failures(child.deployment()).replaceAt())
            .filter(now::isBefore);
    Stream<Instant> verdicts = children.stream().flatMap(child -> child.verdict().stream());
    Stream<Instant> protections = Protection.ends(observed.pods(), now).stream();
    Stream<Instant> stages = course.lifecycle().stream().flatMap(it -> it.next().stream());
    return new Replacements(
        all,
        Stream.of(paces, verdicts, stages, protections)
            .flatMap(Function.identity())
            .min(Comparator.naturalOrder()));
  }

  /** A ReplicaSet has made another for each of them long before: deleting them starts nothing. */
  private static Stream<Pod> ended(ServiceObserved observed) {
    return observed.children().stream()
        .flatMap(child -> known(child).stream())
        .map(TaskFault::pod)
        .filter(PodPhase::ended);
  }

  private static List<TaskFault> known(Running child) {
    return child.faults().stream().filter(child.marks().failures()::knows).toList();
  }

  /** Where no replacement may start first: at the maximum, and in a deployment that is to go. */
  private static Predicate<Running> full(ServicePlan plan, ServiceObserved observed) {
    int occupied = observed.children().stream().mapToInt(Running::occupied).sum();
    Optional<EcsDeployment> staffed = plan.course().staffed(observed);
    return child ->
        occupied >= plan.bounds().maxTasks()
            || staffed.filter(child.deployment()::equals).isEmpty();
  }

  /** With what the scheduling strategy makes of them. */
  Replacements by(Scheduling scheduling, ServicePlan plan, ServiceObserved observed) {
    return new Replacements(
        scheduling.stops(plan, observed, due),
        Stream.concat(next.stream(), scheduling.next(plan, observed).stream())
            .min(Comparator.naturalOrder()));
  }

  /** Looks again when the next task is due, unless something else is due earlier. */
  UpdateControl<Service> lookAgain(UpdateControl<Service> control, Instant now) {
    if (next.isEmpty()) {
      return control;
    }
    long millis = Math.max(1, Duration.between(now, next.get()).toMillis());
    boolean first = control.getScheduleDelay().map(it -> it > millis).orElse(true);
    return first ? control.rescheduleAfter(millis) : control;
  }

  /**
   * What stopped, and one unhealthy task where the maximum leaves no room to start another first.
   */
  private static List<TaskFault> replaceable(Running child, boolean full, Instant now) {
    List<TaskFault> known = known(child).stream().filter(it -> !PodPhase.ended(it.pod())).toList();
    Stream<TaskFault> stopped =
        known.stream().filter(it -> !it.is(Kind.UNHEALTHY) && !healthyAgain(child, it.pod(), now));
    Stream<TaskFault> unhealthy =
        known.stream().filter(it -> full && it.is(Kind.UNHEALTHY)).limit(1);
    return Stream.concat(stopped, unhealthy).toList();
  }

  /** The kubelet restarted it in place, and now it may be one of those that have to stay. */
  private static boolean healthyAgain(Running child, Pod pod, Instant now) {
    Integer seconds = child.object().getSpec().getMinReadySeconds();
    Duration after = Duration.ofSeconds(seconds == null ? 0 : seconds);
    return new TaskHealth(List.of(), Map.of(TaskHealth.digits(pod), after), now).healthy(pod);
  }
}
