package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Actions;
import dev.longshore.core.Labels;
import dev.longshore.ecs.service.ServiceObserved.Demand;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DAEMON: one task on every node that the task may run on, by one DaemonSet that stands for all
 * children of the plan.
 */
record DaemonScheduling(Optional<DaemonSet> child, List<Node> cordoned) implements Scheduling {

  @Override
  public List<DaemonSet> seen() {
    return child.stream().toList();
  }

  @Override
  public ServiceObserved observe(Collection<Pod> pods, Look look) {
    List<Deployment> made = child.map(ChildDaemonSet::unfold).orElse(List.of());
    TaskHealth tasks = TaskHealth.of(pods, healthyAfter(made), look.now());
    Demand demand = child.map(DaemonScheduling::demand).orElse(new Demand(0, false));
    List<Deployment> counted = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      counted.add(counted(made.get(i), tasks, i == 0 ? Optional.of(demand) : Optional.empty()));
    }
    return ServiceObserved.of(counted, pods, look).asking(demand);
  }

  @Override
  public List<DaemonSet> children(Service service, ServicePlan plan, ServiceObserved observed) {
    if (plan.children().isEmpty()) {
      return List.of();
    }
    Map<String, String> begun =
        observed.children().stream()
            .collect(
                Collectors.toMap(
                    it -> it.deployment().digits(), Running::created, (one, two) -> one));
    List<Deployment> dated =
        staffedFirst(plan, observed).map(it -> dated(it, begun, observed.now())).toList();
    PodTemplateSpec template = dated.getFirst().getSpec().getTemplate();
    return List.of(ChildDaemonSet.fold(service, dated, confined(template, plan, observed)));
  }

  /** While the target may not start any task, new ones are still made of what was before. */
  private static Stream<Deployment> staffedFirst(ServicePlan plan, ServiceObserved observed) {
    String staffed =
        plan.course().staffed(observed).or(() -> plan.course().target()).stream()
            .map(EcsDeployment::digits)
            .findFirst()
            .orElse("");
    return Stream.concat(
        plan.children().stream().filter(it -> digits(it).equals(staffed)),
        plan.children().stream().filter(it -> !digits(it).equals(staffed)));
  }

  /**
   * A task that is stopped comes back as one of the DaemonSet's template. So none is stopped for
   * one that was given up, nor an older one before the template is that of what has the tasks.
   */
  @Override
  public List<Pod> stops(ServicePlan plan, ServiceObserved observed, List<Pod> failed) {
    return plan.course().frozen()
        ? List.of()
        : Stream.concat(failed.stream(), rolled(plan, observed)).distinct().toList();
  }

  private Stream<Pod> rolled(ServicePlan plan, ServiceObserved observed) {
    return plan.course().staffed(observed).map(EcsDeployment::digits).stream()
        .filter(it -> child.map(ChildDaemonSet::digits).filter(it::equals).isPresent())
        .filter(it -> observed.counted())
        .flatMap(it -> DaemonRoll.stops(plan.bounds(), it, tasks(observed)).stream());
  }

  /** A daemon is never scaled in. */
  @Override
  public void mark(ServicePlan plan, ServiceObserved observed, Actions actions) {}

  @Override
  public Optional<Instant> next(ServicePlan plan, ServiceObserved observed) {
    return tasks(observed).next();
  }

  @Override
  public Optional<Integer> budget(ServicePlan plan, ServiceObserved observed) {
    return Optional.empty();
  }

  private static TaskHealth tasks(ServiceObserved observed) {
    List<Deployment> children = observed.children().stream().map(Running::object).toList();
    return TaskHealth.of(observed.pods(), healthyAfter(children), observed.now());
  }

  private static Map<String, Duration> healthyAfter(List<Deployment> children) {
    return children.stream()
        .collect(
            Collectors.toMap(
                DaemonScheduling::digits, DaemonScheduling::healthyAfter, (one, two) -> one));
  }

  private static Duration healthyAfter(Deployment child) {
    return Duration.ofSeconds(Objects.requireNonNullElse(child.getSpec().getMinReadySeconds(), 0));
  }

  private static String digits(Deployment child) {
    return child.getMetadata().getLabels().getOrDefault(Labels.DEPLOYMENT, "");
  }

  private static Demand demand(DaemonSet daemons) {
    DaemonSetStatus status = daemons.getStatus();
    Integer tasks = status == null ? null : status.getDesiredNumberScheduled();
    return new Demand(
        tasks == null ? 0 : tasks,
        status != null
            && Objects.equals(status.getObservedGeneration(), daemons.getMetadata().getGeneration())
            && !DaemonNodes.none(daemons.getSpec().getTemplate()));
  }

  /** An older deployment is to have the tasks it still has. */
  private static Deployment counted(Deployment child, TaskHealth tasks, Optional<Demand> demand) {
    List<Pod> mine = tasks.of(digits(child));
    return new DeploymentBuilder(child)
        .editSpec()
        .withReplicas(demand.map(Demand::tasks).orElse(mine.size()))
        .endSpec()
        .withNewStatus()
        .withReadyReplicas((int) mine.stream().filter(tasks::ready).count())
        .withAvailableReplicas((int) mine.stream().filter(tasks::healthy).count())
        .endStatus()
        .build();
  }

  private static Deployment dated(Deployment child, Map<String, String> begun, Instant now) {
    return new DeploymentBuilder(child)
        .editMetadata()
        .withCreationTimestamp(begun.getOrDefault(digits(child), now.toString()))
        .endMetadata()
        .build();
  }

  private PodTemplateSpec confined(
      PodTemplateSpec template, ServicePlan plan, ServiceObserved observed) {
    if (plan.course().frozen()) {
      return DaemonNodes.only(template, working(plan.course(), observed));
    }
    // a first deployment waits: there is nothing that could have the tasks meanwhile
    return plan.course().staffed(observed).isEmpty()
        ? DaemonNodes.only(template, List.of())
        : DaemonNodes.except(template, closed(plan, observed));
  }

  /** Nothing is started any more; of what was given up only working tasks stay, older ones all. */
  private static List<String> working(Course course, ServiceObserved observed) {
    String givenUp = course.target().map(EcsDeployment::digits).orElse("");
    TaskHealth tasks = tasks(observed);
    return tasks.live().stream()
        .filter(pod -> tasks.ready(pod) || !TaskHealth.digits(pod).equals(givenUp))
        .flatMap(pod -> Stream.ofNullable(pod.getSpec().getNodeName()))
        .toList();
  }

  /**
   * A cordoned node gets no task, and the one it had before goes when it is evicted or rolled. The
   * node is closed before that one is stopped, or the DaemonSet would be the first to fill it
   * again.
   */
  private List<String> closed(ServicePlan plan, ServiceObserved observed) {
    Set<Pod> going = rolled(plan, observed).collect(Collectors.toSet());
    return cordoned.stream()
        .filter(
            node ->
                observed.pods().stream()
                    .noneMatch(pod -> CordonedNode.keeps(node, pod) && !going.contains(pod)))
        .map(node -> node.getMetadata().getName())
        .toList();
  }
}
