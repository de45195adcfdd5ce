package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.core.Digest;
import dev.longshore.core.Events.Occurrence;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service's event list as ECS words it (DescribeServices {@code events}): newest first, 100
 * kept, each occurrence told once. Which tasks were told is read from the list itself.
 */
final class ServiceEvents {
  static final int KEPT = 100;

  private static final int TASKS_AN_EVENT = 10;
  private static final String STARTED = "has started";
  private static final String AZ = " AZ balanced with ";
  private static final int ID = 32;
  private static final Pattern TASK = Pattern.compile("\\(task (\\w+)\\)");
  static final String STEADY = " has reached a steady state.";
  static final String COMPLETED = ") deployment completed.";
  static final String FAILED = ") deployment failed: ";
  static final String ROLLING_BACK = " rolling back to deployment ";
  static final String INCONSISTENT = " is unable to consistently start tasks successfully.";
  static final String PROTECTED = " tasks under protection)";
  static final String NOT_LAUNCHED = " could not launch ";

  static final String STUCK =
      " was unable to stop or start tasks during a deployment because of the service deployment"
          + " configuration. Update the minimumHealthyPercent or maximumPercent value and try"
          + " again.";

  private final String prefix;
  private final List<ServiceEvent> old;
  private final Instant now;
  private final List<String> fresh = new ArrayList<>();

  private ServiceEvents(String service, List<ServiceEvent> old, Instant now) {
    this.prefix = "(service " + service + ")";
    this.old = old;
    this.now = now;
  }

  /** The old list with what is new in front of it. */
  static List<ServiceEvent> of(
      String service, List<ServiceEvent> old, ServiceObserved observed, Told told) {
    ServiceEvents events = new ServiceEvents(service, old, observed.now());
    events.started(observed.pods());
    events.replaced(told.trouble().unhealthy());
    events.stopped(observed.pods());
    events.draining(observed.pods());
    events.trouble(told.trouble(), told.rollout().steady());
    events.states(told, observed);
    return events.list();
  }

  /** States that are told when they begin. */
  record Told(
      String deployment,
      Rollout rollout,
      boolean completedBefore,
      boolean stuck,
      Trouble trouble) {}

  /** The Kubernetes Event beside an event that tells a state; none for single tasks. */
  static Optional<Occurrence> occurrence(ServiceEvent event) {
    return EventReasons.occurrence(event);
  }

  private void started(List<Pod> pods) {
    tell(
        pods.stream()
            .filter(pod -> !ServiceObserved.stopping(pod))
            .filter(pod -> remembered(Instant.parse(pod.getMetadata().getCreationTimestamp())))
            .map(ServiceEvents::taskId),
        STARTED,
        " has started %d tasks: %s.");
  }

  private void stopped(List<Pod> pods) {
    List<Pod> stopping =
        pods.stream()
            .filter(ServiceObserved::stopping)
            .filter(pod -> remembered(stoppedAt(pod.getMetadata())))
            .toList();
    Predicate<Pod> running = ServiceObserved::isRunning;
    tell(
        Stream.concat(stopping.stream().filter(running).map(ServiceEvents::taskId), vanished(pods)),
        "stopped",
        " has stopped %d running tasks: %s.");
    tell(
        stopping.stream().filter(running.negate()).map(ServiceEvents::taskId),
        "stopped",
        " stopped %d pending tasks: %s.");
  }

  /** Tasks that were told to start and are gone: a pod may go before anybody saw it stop. */
  private Stream<String> vanished(List<Pod> pods) {
    Set<String> there = pods.stream().map(ServiceEvents::taskId).collect(Collectors.toSet());
    return ids(old.reversed().stream()
            .map(ServiceEvents::message)
            .filter(it -> it.contains(STARTED)))
        .filter(id -> !there.contains(id));
  }

  /** What was told to start just now takes the place of what is ill, as far as it goes. */
  private void replaced(int unhealthy) {
    int tasks = Math.min(told(" has started ").size(), unhealthy);
    if (tasks > 0) {
      fresh.set(
          fresh.size() - 1,
          fresh.getLast()
              + " Amazon ECS replaced %d tasks due to an unhealthy status.".formatted(tasks));
    }
  }

  /** Tasks that were told to stop just now and go on serving for a while. */
  private void draining(List<Pod> pods) {
    Set<String> stopping = told(" has stopped ");
    long tasks =
        pods.stream()
            .filter(pod -> stopping.contains(taskId(pod)))
            .filter(ServiceEvents::drains)
            .count();
    if (tasks > 0) {
      fresh.add(" has begun draining connections on %d tasks.".formatted(tasks));
    }
  }

  /** Tasks that are told by this run. */
  private Set<String> told(String verb) {
    return tasks(fresh.stream().filter(message -> message.startsWith(verb)));
  }

  private static boolean drains(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .map(Container::getLifecycle)
        .filter(Objects::nonNull)
        .map(Lifecycle::getPreStop)
        .anyMatch(it -> it != null && it.getSleep() != null);
  }

  private void trouble(Trouble trouble, boolean steady) {
    trouble.unplaced().filter(it -> !unresolved(it::equals)).ifPresent(fresh::add);
    trouble
        .unlaunched()
        .filter(it -> !unresolved(message -> message.contains(launching(it))))
        .ifPresent(
            it ->
                fresh.add(
                    NOT_LAUNCHED
                        + it.tasks()
                        + launching(it)
                        + it.reason().replaceFirst("\\.$", "")
                        + "."));
    if (trouble.unableToStart() && !steady && !unresolved(INCONSISTENT)) {
      fresh.add(INCONSISTENT);
    }
    trouble
        .held()
        .filter(it -> !unresolved(PROTECTED))
        .ifPresent(
            it ->
                fresh.add(
                    " was unable to reach steady state because (taskSet %s) was unable to scale in due to (reason %d%s"
                        .formatted(it.deployment(), it.tasks(), PROTECTED)));
    trouble
        .failed()
        .ifPresent(it -> fresh.add(" (deployment " + it.deployment() + FAILED + it.what() + "."));
    trouble.backTo().ifPresent(id -> fresh.add(ROLLING_BACK + id + "."));
  }

  private static String launching(Unlaunched it) {
    return " tasks for deployment " + it.deployment() + ". Reason: ";
  }

  /** Told since the service was last steady. */
  private boolean unresolved(String message) {
    return unresolved(it -> it.endsWith(message));
  }

  private boolean unresolved(Predicate<String> message) {
    return messages()
        .takeWhile(it -> !it.endsWith(STEADY))
        .map(it -> it.substring(Math.min(it.length(), prefix.length())))
        .anyMatch(message);
  }

  private void states(Told told, ServiceObserved observed) {
    if (told.rollout().completed() && !told.completedBefore()) {
      fresh.add(" (deployment " + told.deployment() + COMPLETED);
    }
    boolean rests = told.rollout().steady() && !newestIs(STEADY);
    zones(ZoneEvents.of(observed, told.deployment()), rests);
    if (rests) {
      fresh.add(STEADY);
    }
    if (told.stuck() && !unresolved(STUCK)) {
      fresh.add(STUCK);
    }
  }

  /** The end is told with the steady state that it brings. */
  private void zones(ZoneEvents zones, boolean rests) {
    boolean open =
        messages()
            .filter(it -> it.contains(AZ))
            .findFirst()
            .filter(it -> it.contains(ZoneEvents.UNBALANCED))
            .isPresent();
    if (!open) {
      zones.begun().ifPresent(fresh::add);
    } else if (rests) {
      zones.done().ifPresent(fresh::add);
    }
  }

  /** A service may be steady before and while its tasks are balanced. */
  private boolean newestIs(String message) {
    return fresh.isEmpty()
        && messages()
            .filter(it -> !it.contains(AZ))
            .findFirst()
            .filter(it -> it.endsWith(message))
            .isPresent();
  }

  private Stream<String> messages() {
    return old.stream().map(ServiceEvents::message);
  }

  private static String message(ServiceEvent event) {
    return String.valueOf(event.message());
  }

  private void tell(Stream<String> tasks, String verb, String format) {
    Set<String> told = mentioned(verb);
    List<String> ids = tasks.filter(id -> !told.contains(id)).distinct().toList();
    for (int from = 0; from < ids.size(); from += TASKS_AN_EVENT) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + TASKS_AN_EVENT));
      fresh.add(
          String.format(
              Locale.ROOT,
              format,
              some.size(),
              some.stream().map(id -> "(task " + id + ")").collect(Collectors.joining(" "))));
    }
  }

  private Set<String> mentioned(String verb) {
    return tasks(messages().filter(message -> message.contains(verb)));
  }

  private static Set<String> tasks(Stream<String> messages) {
    return ids(messages).collect(Collectors.toSet());
  }

  private static Stream<String> ids(Stream<String> messages) {
    return messages.flatMap(message -> TASK.matcher(message).results()).map(task -> task.group(1));
  }

  /** A full list has forgotten what it told before its oldest entry, and tells that no more. */
  private boolean remembered(Instant time) {
    return old.size() < KEPT || time.isAfter(Instant.parse(old.getLast().createdAt()));
  }

  /** When it was told to stop: the API server keeps the end of the grace it was given. */
  private static Instant stoppedAt(ObjectMeta pod) {
    Long grace = pod.getDeletionGracePeriodSeconds();
    return Instant.parse(pod.getDeletionTimestamp()).minusSeconds(grace == null ? 0 : grace);
  }

  private List<ServiceEvent> list() {
    List<ServiceEvent> all = new ArrayList<>();
    for (String message : fresh.reversed()) {
      String text = prefix + message;
      all.add(new ServiceEvent(Digest.of(text, now.toString()).hex(ID), now.toString(), text));
    }
    all.addAll(old);
    return List.copyOf(all.subList(0, Math.min(all.size(), KEPT)));
  }

  /** ECS task ids are 32 hexadecimal digits; a pod's uid without hyphens is that. */
  static String taskId(Pod pod) {
    return pod.getMetadata().getUid().replace("-", "");
  }
}
