package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole rolls against a small model of the DaemonSet controller and the kubelets, in any order;
 * another deployment may begin in the middle, and nodes come and go.
 */
class DaemonSimulationTest {
  private static final int STEPS = 3_000;

  private final Map<Integer, Pod> tasks = new TreeMap<>();
  private final List<Integer> nodes = new ArrayList<>();
  private Optional<DaemonSet> written = Optional.empty();
  private Instant now = Daemons.NOW;
  private int inputs = 1;
  private int made;
  private Bounds bounds = new Bounds(0, 0, 0);

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("longshore.seeds", 100));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRollEndsAndNoStopBreaksTheMinimum(int seed) {
    Random random = new Random(seed);
    IntStream.rangeClosed(1, random.nextInt(1, 9)).forEach(nodes::add);
    int minimum = random.nextInt(0, 101);
    Service service =
        Fleet.service(
            "{'schedulingStrategy': 'DAEMON', 'deploymentConfiguration': {'minimumHealthyPercent':"
                + minimum
                + "}}");

    boolean stalled = false;
    for (int step = 0; step < STEPS && !(step > STEPS / 2 && done()); step++) {
      now = now.plusSeconds(1);
      switch (random.nextInt(8)) {
        case 0, 1 -> stalled = operate(service);
        case 2, 3 -> control();
        case 4, 5, 6 -> kubelet(random);
        default -> outside(random, step);
      }
    }

    assertThat(done() || stalled).as("%s ends or says that it cannot", bounds).isTrue();
    assertThat(stalled && !bounds.stuck()).as("only a minimum of all stalls").isFalse();
  }

  private boolean operate(Service service) {
    DaemonScheduling scheduling = new DaemonScheduling(written, List.of());
    ServiceObserved observed =
        scheduling.observe(tasks.values(), new ServiceObserved.Look(now, Duration.ZERO));
    ServicePlan plan =
        ServicePlan.of(service, Optional.of(Daemons.inputs(inputs)), observed, Daemons.RENDER);
    bounds = plan.bounds();
    write((DaemonSet) scheduling.children(service, plan, observed).getFirst());
    long healthy = healthy();
    List<Pod> stops = scheduling.stops(plan, observed, List.of());
    stops.forEach(this::stop);
    if (healthy() < healthy) {
      assertThat(healthy()).as("healthy after a stop").isGreaterThanOrEqualTo(bounds.minHealthy());
    }
    return plan.stalled();
  }

  private void write(DaemonSet wanted) {
    long generation = written.map(it -> it.getMetadata().getGeneration()).orElse(0L);
    boolean same = written.filter(it -> it.getSpec().equals(wanted.getSpec())).isPresent();
    written =
        Optional.of(
            new DaemonSetBuilder(wanted)
                .editMetadata()
                .withGeneration(same ? generation : generation + 1)
                .withCreationTimestamp(Daemons.NOW.toString())
                .endMetadata()
                .withStatus(written.map(DaemonSet::getStatus).orElse(null))
                .build());
  }

  private void stop(Pod pod) {
    pod.getMetadata().setDeletionTimestamp(now.toString());
  }

  /** One task a node, of the template of now; it counts the nodes. */
  private void control() {
    if (written.isEmpty()) {
      return;
    }
    DaemonSet daemons = written.get();
    nodes.forEach(node -> tasks.computeIfAbsent(node, it -> task(daemons, it)));
    written =
        Optional.of(
            new DaemonSetBuilder(daemons)
                .withNewStatus()
                .withObservedGeneration(daemons.getMetadata().getGeneration())
                .withDesiredNumberScheduled(nodes.size())
                .endStatus()
                .build());
  }

  private Pod task(DaemonSet daemons, int node) {
    made++;
    return new PodBuilder()
        .withNewMetadata()
        .withName("task-" + made)
        .withUid("task-" + made)
        .withLabels(new TreeMap<>(daemons.getSpec().getTemplate().getMetadata().getLabels()))
        .withCreationTimestamp(now.toString())
        .endMetadata()
        .withNewSpec()
        .withNodeName("node-" + node)
        .endSpec()
        .withNewStatus()
        .withPhase("Pending")
        .endStatus()
        .build();
  }

  /** Ends what is to end, starts the rest; it turns ready once it runs. */
  private void kubelet(Random random) {
    if (tasks.isEmpty()) {
      return;
    }
    int node = List.copyOf(tasks.keySet()).get(random.nextInt(tasks.size()));
    Pod pod = tasks.get(node);
    if (ServiceObserved.stopping(pod) || !nodes.contains(node)) {
      tasks.remove(node);
    } else if (!ServiceObserved.isRunning(pod)) {
      tasks.put(
          node,
          new PodBuilder(pod)
              .editStatus()
              .withPhase("Running")
              .addNewCondition()
              .withType("Ready")
              .withStatus("True")
              .withLastTransitionTime(now.toString())
              .endCondition()
              .endStatus()
              .build());
    }
  }

  /** In the first half of the time somebody deploys, and nodes come and go. */
  private void outside(Random random, int step) {
    if (step > STEPS / 2 || random.nextInt(30) > 0) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> inputs++;
      case 1 -> nodes.add(1 + nodes.stream().mapToInt(it -> it).max().orElse(0));
      default -> nodes.remove(random.nextInt(nodes.size()));
    }
    if (nodes.isEmpty()) {
      nodes.add(1);
    }
  }

  private boolean done() {
    return tasks.keySet().equals(Set.copyOf(nodes))
        && tasks.values().stream()
            .allMatch(
                it ->
                    it.getMetadata().getLabels().get(Labels.REVISION).equals("" + inputs)
                        && healthy(it))
        && written
            .filter(it -> !it.getMetadata().getAnnotations().containsKey(Labels.FORMER))
            .isPresent();
  }

  private long healthy() {
    return tasks.values().stream().filter(this::healthy).count();
  }

  /** What Daemons renders has no health check. */
  private boolean healthy(Pod pod) {
    Duration after = Duration.ofSeconds(ChildDeployments.UNCHECKED_HEALTHY_AFTER);
    return !ServiceObserved.stopping(pod)
        && new TaskHealth(List.of(), Map.of(TaskHealth.digits(pod), after), now).healthy(pod);
  }
}
