package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the one DaemonSet tells of several ECS deployments, over the runs of the operator. */
class DaemonSchedulingTest {
  private static final Service SERVICE =
      Fleet.service(
          "{'schedulingStrategy': 'DAEMON', 'deploymentConfiguration': {'minimumHealthyPercent':"
              + " 50, 'deploymentCircuitBreaker': {'enable': true, 'rollback': true}}}");

  private Optional<DaemonSet> child = Optional.empty();
  private List<Pod> stops = List.of();
  private List<Node> nodes = List.of();

  @Test
  void aRollKeepsWhatItMayGoBackToAndForgetsItInTheEnd() {
    run(1, "");
    run(1, "1+ 1+");
    assertThat(image()).isEqualTo("web:1");
    assertThat(former()).isNull();

    run(2, "1+ 1+");
    assertThat(image()).isEqualTo("web:2");
    assertThat(former()).contains("\"web:1\"").contains("COMPLETED");
    assertThat(stops).as("the template is not seen yet").isEmpty();

    run(2, "1+ 1+");
    assertThat(stops).hasSize(1);

    run(2, "2+ 2+");
    run(2, "2+ 2+");
    assertThat(former()).isNull();
  }

  @Test
  void goingBackRendersNothingAnew() {
    run(1, "");
    run(1, "1+ 1+");
    DaemonSet first = child.orElseThrow();
    run(2, "1+ 1+");

    Service stopping = stopping();
    DaemonSet back = run(stopping, 2, "1+ 1+");

    assertThat(back.getSpec()).isEqualTo(first.getSpec());
    assertThat(back.getMetadata().getLabels()).isEqualTo(first.getMetadata().getLabels());
    assertThat(back.getMetadata().getAnnotations())
        .containsEntry(Labels.BLUEPRINT, first.getMetadata().getAnnotations().get(Labels.BLUEPRINT))
        .containsEntry(Labels.STARTED, first.getMetadata().getAnnotations().get(Labels.STARTED));
    assertThat(former()).contains("STOPPED_ROLLED_BACK");
    assertThat(run(stopping, 2, "1+ 1+")).isEqualTo(back);
  }

  @Test
  void aPauseBeforeTheFirstTaskLeavesTheTemplateAsItWas() {
    run(1, "");
    run(1, "1+ 1+");
    run(pausing(2, ""), 2, "1+ 1+");
    assertThat(image()).isEqualTo("web:1");
    assertThat(former()).contains("\"web:2\"");
    DaemonSet waiting = run(pausing(2, ""), 2, "1+ 1+");
    assertThat(image()).isEqualTo("web:1");
    assertThat(stops).isEmpty();
    assertThat(run(pausing(2, ""), 2, "1+ 1+ 1~").getMetadata()).isEqualTo(waiting.getMetadata());

    Service continued = pausing(2, "PRE_SCALE_UP");
    run(continued, 2, "1+ 1+");
    assertThat(image()).isEqualTo("web:2");
    run(continued, 2, "1+ 1+");
    assertThat(stops).hasSize(1);
    run(continued, 2, "2+ 2+");
    run(continued, 2, "2+ 2+");
    assertThat(former()).as("it waits before it is completed").contains("\"web:1\"");

    run(pausing(2, "POST_SCALE_UP"), 2, "2+ 2+");
    run(pausing(2, "POST_SCALE_UP"), 2, "2+ 2+");
    assertThat(former()).isNull();
    assertThat(end()).isEqualTo("COMPLETED");
  }

  @Test
  void aFirstDeploymentThatPausesHasNoNodeYet() {
    run(pausing(1, ""), 1, "");
    run(pausing(1, ""), 1, "");
    assertThat(DaemonNodes.none(child.orElseThrow().getSpec().getTemplate())).isTrue();

    run(pausing(1, "PRE_SCALE_UP"), 1, "");

    assertThat(DaemonNodes.none(child.orElseThrow().getSpec().getTemplate())).isFalse();
    assertThat(end()).as("no task is not all tasks").isNull();
    run(pausing(1, "PRE_SCALE_UP"), 1, "1+ 1+");
    assertThat(end()).as("it waits again").isNull();
  }

  @Test
  void enoughHealthyTasksCompleteADeploymentEarly() {
    Service early =
        Fleet.service(
            "{'schedulingStrategy': 'DAEMON', 'deploymentConfiguration': {'earlySuccessCriteria':"
                + " {'enable': true, 'healthyPercent': 50}}}");
    run(early, 1, "");
    run(early, 1, "1+ 1- 1- 1-");
    assertThat(end()).isNull();

    run(early, 1, "1+ 1+ 1- 1-");

    assertThat(end()).isEqualTo("COMPLETED");
  }

  @Test
  void tasksOfAnOlderTemplateAreCountedApart() {
    run(1, "");
    run(1, "1+ 1+ 1+");
    run(2, "1+ 1+ 1+");

    ServiceObserved observed = observe("1+ 1+ 2~");

    assertThat(observed.desired(SERVICE)).isEqualTo(3);
    assertThat(observed.children())
        .extracting(it -> it.deployment().taskDefinition())
        .containsExactly("web:2", "web:1");
    assertThat(observed.children()).extracting(it -> it.tasks().running()).containsExactly(1, 2);
    assertThat(observed.children()).extracting(it -> it.ready()).containsExactly(1, 2);
    assertThat(observed.children()).extracting(it -> it.healthy()).containsExactly(0, 2);
  }

  @Test
  void whatIsNotCountedYetIsNotSteady() {
    run(1, "");
    EcsDeployment deployment = observe("").deployments().getFirst();
    assertThat(observe("").steady(deployment, 0)).isTrue();

    child =
        child.map(
            it -> new DaemonSetBuilder(it).editMetadata().withGeneration(2L).endMetadata().build());

    assertThat(observe("").steady(deployment, 0)).isFalse();
  }

  @Test
  void aCordonedNodeIsClosedBeforeItsTaskIsStopped() {
    nodes = List.of(cordoned("node-1"));
    run(1, "");
    run(1, "1+ 1+");
    run(2, "1+ 1+");
    assertThat(child.orElseThrow().toString()).as("it keeps its task").doesNotContain("node-1");

    run(2, "1+ 1+");

    assertThat(stops).extracting(pod -> pod.getSpec().getNodeName()).containsExactly("node-1");
    assertThat(child.orElseThrow().toString()).contains("node-1");
  }

  @Test
  void marksThatSomebodyRemovedEndNothing() {
    run(1, "");
    child =
        child.map(
            it ->
                new DaemonSetBuilder(it)
                    .editMetadata()
                    .withAnnotations(Map.of(Labels.FORMER, "[not json"))
                    .endMetadata()
                    .build());

    run(1, "1+");

    assertThat(image()).isEqualTo("web:1");
  }

  private DaemonSet run(int inputs, String tasks) {
    return run(SERVICE, inputs, tasks);
  }

  private DaemonSet run(Service service, int inputs, String tasks) {
    Scheduling scheduling = new DaemonScheduling(child, nodes);
    ServiceObserved observed = observe(tasks);
    ServicePlan plan =
        ServicePlan.of(service, Optional.of(Daemons.inputs(inputs)), observed, Daemons.RENDER);
    DaemonSet made = (DaemonSet) scheduling.children(service, plan, observed).getFirst();
    stops = scheduling.stops(plan, observed, List.of());
    child = Optional.of(Daemons.counted(made, Daemons.pods(tasks).size()));
    return made;
  }

  private ServiceObserved observe(String tasks) {
    List<Pod> pods = Daemons.pods(tasks);
    pods.forEach(pod -> pod.getMetadata().getLabels().put(Labels.DEPLOYMENT, digits(pod)));
    return new DaemonScheduling(child, List.of())
        .observe(pods, new ServiceObserved.Look(Daemons.NOW.plusSeconds(20), Duration.ZERO));
  }

  private static Node cordoned(String name) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(true)
        .endSpec()
        .build();
  }

  /** Daemons writes the ordinal for the digits. */
  private static String digits(Pod pod) {
    int ordinal = Integer.parseInt(pod.getMetadata().getLabels().get(Labels.DEPLOYMENT));
    return EcsDeployment.start("u", ordinal, Daemons.inputs(ordinal)).digits();
  }

  /**
   * A service with two pauses.
   *
   * @param passed the one that somebody decided on, if any
   */
  private static Service pausing(int inputs, String passed) {
    String spec =
        "{'schedulingStrategy': 'DAEMON', %s 'deploymentConfiguration': {'minimumHealthyPercent':"
            + " 50, 'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': ['PRE_SCALE_UP',"
            + " 'POST_SCALE_UP']}]}}";
    EcsDeployment deployment = EcsDeployment.start("u", inputs, Daemons.inputs(inputs));
    String action =
        Hooks.of(Fleet.service(spec.formatted("")).getSpec(), deployment).all().stream()
            .filter(it -> it.stage().equals(passed))
            .map(
                it ->
                    "'kubernetes': {'deploymentAction': {'action': 'CONTINUE', 'deploymentId': '%s',"
                            .formatted(deployment.id())
                        + " 'hookId': '%s'}},".formatted(it.id()))
            .findFirst()
            .orElse("");
    return Fleet.service(spec.formatted(action));
  }

  private String end() {
    return child.orElseThrow().getMetadata().getAnnotations().get(Labels.ROLLOUT);
  }

  private static Service stopping() {
    String id = EcsDeployment.start("u", 2, Daemons.inputs(2)).id();
    return Fleet.service(
        "{'schedulingStrategy': 'DAEMON', 'kubernetes': {'deploymentAction': {'action': 'ROLLBACK',"
            + " 'deploymentId': '"
            + id
            + "'}}}");
  }

  private String image() {
    return child
        .orElseThrow()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private String former() {
    return child.orElseThrow().getMetadata().getAnnotations().get(Labels.FORMER);
  }
}
