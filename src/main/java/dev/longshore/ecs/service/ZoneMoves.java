package dev.longshore.ecs.service;

import dev.longshore.core.Digest;
import dev.longshore.core.Labels;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Availability Zone rebalancing of a service in steady state: one task of the fullest zone at a
 * time is replaced, and the scheduler puts the other where the fewest are. Where that finds no
 * better place, the task stays, and is not tried again among the same nodes.
 *
 * @param groups tasks of the deployment that has them all, by provider; none while that is not so,
 *     or another could not start first
 * @param nodes that take tasks
 */
record ZoneMoves(
    Collection<List<Pod>> groups, Supplier<List<Node>> nodes, Instant now, Stage stage) {
  /** How long a replacement may wait for a place. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Comparator<Pod> BY_AGE =
      Comparator.comparing((Pod pod) -> pod.getMetadata().getCreationTimestamp())
          .thenComparing(pod -> pod.getMetadata().getName());

  /** How far the service is. */
  enum Stage {
    /** Nothing else is going on. */
    STEADY,
    BUSY,
    /** There are more tasks than wanted: a replacement is among them. */
    FULL,
    /** The API server takes no more tasks. */
    REFUSED
  }

  static ZoneMoves of(ServicePlan plan, ServiceObserved observed, Supplier<List<Node>> nodes) {
    boolean room = plan.bounds().maxTasks() > plan.bounds().desired();
    Optional<EcsDeployment> target =
        plan.course()
            .target()
            .filter(it -> room && !plan.course().frozen() && observed.aloneAlive(it));
    List<Pod> tasks =
        observed.pods().stream()
            .filter(pod -> !ServiceObserved.stopping(pod) && !PodPhase.ended(pod))
            .filter(
                pod -> target.map(EcsDeployment::digits).filter(digits(pod)::equals).isPresent())
            .toList();
    return new ZoneMoves(
        tasks.stream().collect(Collectors.groupingBy(ZoneMoves::provider)).values(),
        nodes,
        observed.now(),
        stage(target, observed, tasks.size(), plan.bounds().desired()));
  }

  private static Stage stage(
      Optional<EcsDeployment> target, ServiceObserved observed, int tasks, int desired) {
    if (observed.refusal().isPresent()) {
      return Stage.REFUSED;
    }
    if (tasks > desired) {
      return Stage.FULL;
    }
    boolean steady = target.filter(it -> observed.steady(it, desired)).isPresent();
    return steady ? Stage.STEADY : Stage.BUSY;
  }

  /** The task that is being moved, or is to be next. */
  Optional<Pod> moving() {
    Optional<Pod> moved =
        groups.stream().flatMap(List::stream).filter(ZoneMoves::isMoving).min(BY_AGE);
    if (moved.isPresent()) {
      return moved.filter(it -> !futile(it));
    }
    return stage == Stage.STEADY
        ? groups.stream().flatMap(group -> next(group).stream()).findFirst()
        : Optional.empty();
  }

  /**
   * What is to be noted on a task that is tried, {@link Labels#BALANCED}: among other nodes it is
   * worth another try. Nothing when it is noted already.
   */
  Optional<String> note(Pod task) {
    return Optional.of(among(zones(task)))
        .filter(it -> !it.equals(annotation(task, Labels.BALANCED)));
  }

  private static String among(Map<String, String> zones) {
    return Digest.of(zones.keySet().toArray(String[]::new)).hex(10);
  }

  /** When a replacement that still waits for a place is given up. */
  static Optional<Instant> patience(ServiceObserved observed) {
    return observed.pods().stream().noneMatch(ZoneMoves::isMoving)
        ? Optional.empty()
        : observed.pods().stream()
            .filter(pod -> pod.getSpec().getNodeName() == null)
            .map(ZoneMoves::givenUp)
            .filter(observed.now()::isBefore)
            .min(Comparator.naturalOrder());
  }

  private Optional<Pod> next(List<Pod> group) {
    Map<String, String> zones = zones(group.getFirst());
    Map<String, Long> counts = counts(group, zones);
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    var fullest = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    long fewest = counts.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    if (fullest.getValue() - fewest < 2) {
      return Optional.empty();
    }
    List<Pod> there =
        group.stream()
            .filter(pod -> zone(pod, zones).filter(fullest.getKey()::equals).isPresent())
            .sorted(BY_AGE)
            .toList();
    String among = among(zones);
    boolean tried = there.stream().anyMatch(it -> among.equals(annotation(it, Labels.BALANCED)));
    return tried
        ? Optional.empty()
        : there.stream().filter(pod -> !Protection.of(pod, now)).findFirst();
  }

  /** Its replacement makes nothing more even, has no place after a while, or cannot be made. */
  private boolean futile(Pod task) {
    if (stage == Stage.REFUSED) {
      return true;
    }
    List<Pod> group = groups.stream().filter(it -> it.contains(task)).findFirst().orElse(List.of());
    Optional<Pod> newest = group.stream().filter(pod -> !pod.equals(task)).max(BY_AGE);
    if (stage != Stage.FULL || newest.isEmpty()) {
      return false;
    }
    if (newest.get().getSpec().getNodeName() == null) {
      return !givenUp(newest.get()).isAfter(now);
    }
    Map<String, String> zones = zones(task);
    Map<String, Long> counts = counts(group, zones);
    return count(newest.get(), zones, counts) >= count(task, zones, counts);
  }

  private static long count(Pod pod, Map<String, String> zones, Map<String, Long> counts) {
    return zone(pod, zones).map(counts::get).orElse(0L);
  }

  /** How many tasks each zone has that could have some. */
  private static Map<String, Long> counts(List<Pod> group, Map<String, String> zones) {
    Map<String, Long> counts = new TreeMap<>();
    zones.values().forEach(zone -> counts.put(zone, 0L));
    group.forEach(pod -> zone(pod, zones).ifPresent(zone -> counts.merge(zone, 1L, Long::sum)));
    return counts;
  }

  /** The zone of each node that takes the task. */
  private Map<String, String> zones(Pod task) {
    Map<String, String> zones = new TreeMap<>();
    List<Node> taking = new ArrayList<>(nodes.get());
    taking.removeIf(node -> Nodes.zone(node).isEmpty() || !Nodes.accepts(node, task));
    taking.forEach(node -> zones.put(node.getMetadata().getName(), Nodes.zone(node)));
    return zones;
  }

  private static Optional<String> zone(Pod pod, Map<String, String> zones) {
    return Optional.ofNullable(pod.getSpec().getNodeName()).map(zones::get);
  }

  private static Instant givenUp(Pod pod) {
    return Instant.parse(pod.getMetadata().getCreationTimestamp()).plus(PATIENCE);
  }

  static boolean isMoving(Pod pod) {
    return !ServiceObserved.stopping(pod)
        && Draining.why(pod).filter(Draining.ZONE::equals).isPresent();
  }

  private static String digits(Pod pod) {
    return label(pod, Labels.DEPLOYMENT);
  }

  private static String provider(Pod pod) {
    return label(pod, Labels.CAPACITY_PROVIDER);
  }

  private static String label(Pod pod, String name) {
    return pod.getMetadata().getLabels().getOrDefault(name, "");
  }

  private static String annotation(Pod pod, String name) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    return annotations == null ? "" : Objects.requireNonNullElse(annotations.get(name), "");
  }
}
