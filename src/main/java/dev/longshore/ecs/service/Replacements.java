package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.service.ServiceObserved.Running;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that stopped and are to be replaced as a whole, at ECS's pace. A stop that is not written
 * down yet waits, so that no failure is forgotten with its pod.
 *
 * @param due pods to delete now
 * @param pause until the next of them is due; none when none waits
 */
record Replacements(List<Pod> due, Optional<Duration> pause) {
  static Replacements of(Course course, ServiceObserved observed, Instant now) {
    List<Running> children =
        observed.children().stream()
            .filter(
                child ->
                    course.wanted().filter(child.deployment()::equals).isEmpty()
                        || !course.failed())
            .toList();
    List<Pod> due =
        children.stream()
            .filter(child -> !child.marks().failures().replaceAt().isAfter(now))
            .flatMap(child -> known(child).stream())
            .map(TaskFault::pod)
            .toList();
    Optional<Duration> pause =
        children.stream()
            .filter(child -> !known(child).isEmpty())
            .map(child -> Duration.between(now, child.marks().failures().replaceAt()))
            .filter(Duration::isPositive)
            .min(Comparator.naturalOrder());
    return new Replacements(due, pause);
  }

  /** Comes back when the next replacement is due, unless something else is due earlier. */
  UpdateControl<Service> lookAgain(UpdateControl<Service> control) {
    long millis = pause.map(Duration::toMillis).orElse(Long.MAX_VALUE);
    boolean first = control.getScheduleDelay().map(it -> it > millis).orElse(pause.isPresent());
    return first ? control.rescheduleAfter(millis) : control;
  }

  private static List<TaskFault> known(Running child) {
    return child.faults().stream().filter(child.marks().failures()::knows).toList();
  }
}
