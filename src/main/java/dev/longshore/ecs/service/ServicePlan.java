package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import dev.longshore.ecs.capacityprovider.Distribution;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.service.Engine.Child;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service wants now: the children with the counts of the engine's next step.
 *
 * @param bounds of the desired count of now
 * @param course which ECS deployment gets the tasks
 * @param children wanted Deployments, the target's first
 * @param stalled the healthy percents leave no step
 */
record ServicePlan(Bounds bounds, Course course, List<Deployment> children, boolean stalled) {

  public ServicePlan {
    children = List.copyOf(children);
  }

  /** One child in the making: what runs already, or what has to be rendered. */
  private record Slot(Child child, @Nullable Running running, @Nullable Placement placement) {}

  static ServicePlan of(
      Service service,
      Optional<ServiceInputs> inputs,
      ServiceObserved observed,
      ChildDeployments render) {
    Bounds bounds = Percents.of(service.getSpec()).bounds(observed.desired(service));
    Course course = Course.of(service, inputs, observed);
    List<Slot> slots = slots(bounds, course, inputs, observed);
    List<Child> counted = slots.stream().map(Slot::child).toList();
    Engine.Step step = engine(service, course).next(bounds, counted);
    ChildStates states = new ChildStates(service, course, observed);
    List<Deployment> children = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      int replicas = step.replicas().get(i);
      if (slot.running() != null) {
        Deployment restored = Blueprint.restore(slot.running().object(), replicas);
        children.add(states.of(slot.running()).on(restored));
      } else {
        Placement placement = Objects.requireNonNull(slot.placement());
        EcsDeployment target = course.target().orElseThrow();
        Deployment made = render.render(service, inputs.orElseThrow(), target, placement);
        made.getSpec().setReplicas(replicas);
        children.add(states.fresh(target).on(made));
      }
    }
    return new ServicePlan(bounds, course, children, step.stalled());
  }

  private static Engine engine(Service service, Course course) {
    if (course.frozen()) {
      return new FrozenEngine();
    }
    return Scheduling.daemon(service) ? new DaemonEngine() : new RollingEngine();
  }

  /** Children whose tasks serve: the target's, also before it has any, then others with tasks. */
  List<Deployment> serving() {
    String target = course.target().map(EcsDeployment::digits).orElse("");
    return children.stream()
        .filter(
            it ->
                it.getSpec().getReplicas() > 0
                    || target.equals(it.getMetadata().getLabels().get(Labels.DEPLOYMENT)))
        .toList();
  }

  /** Failures that the circuit breaker counts, with those that this plan writes down. */
  int failedTasks(EcsDeployment deployment) {
    return children.stream()
        .map(Deployment::getMetadata)
        .filter(it -> deployment.digits().equals(it.getLabels().get(Labels.DEPLOYMENT)))
        .mapToInt(it -> ChildMarks.of(it).failures().failedTasks())
        .sum();
  }

  static int desired(Service service) {
    Integer desired = service.getSpec().desiredCount();
    return desired == null ? 1 : desired;
  }

  private static List<Slot> slots(
      Bounds bounds, Course course, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    Optional<EcsDeployment> staffed = course.staffed(observed);
    List<EcsDeployment> ours =
        Stream.concat(course.target().stream(), staffed.stream()).distinct().toList();
    Stream<Slot> wanted =
        ours.stream()
            .flatMap(
                it ->
                    targetSlots(
                        staffed.filter(it::equals).isPresent() ? bounds.desired() : 0,
                        it,
                        inputs,
                        observed)
                        .stream());
    // newest first: the one that was replaced in the middle goes before the last completed one
    Stream<Slot> others =
        observed.children().stream()
            .filter(child -> !ours.contains(child.deployment()))
            .filter(child -> kept(child, course, observed, bounds))
            .map(child -> new Slot(child(child, 0, givenUp(child, course)), child, null));
    return Stream.concat(wanted, others).toList();
  }

  private static boolean givenUp(Running child, Course course) {
    return course.gaveUp(child.deployment())
        || child.marks().end().filter(DeploymentEnd::givenUp).isPresent();
  }

  /**
   * Children without tasks go, but for two: the deployment that was given up, so that it is not
   * tried again, and the one to go back to while the next is open.
   */
  private static boolean kept(
      Running child, Course course, ServiceObserved observed, Bounds bounds) {
    boolean givenUp = course.gaveUp(child.deployment());
    boolean resort =
        course
                .target()
                .filter(
                    it ->
                        course.frozen()
                            || course.lingers()
                            || !observed.steady(it, bounds.desired()))
                .isPresent()
            && Course.lastCompleted(observed).filter(child.deployment()::equals).isPresent();
    return child.replicas() > 0 || !idle(child) || givenUp || resort;
  }

  private static List<Slot> targetSlots(
      int desired, EcsDeployment target, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    Map<String, Running> running =
        observed
            .of(target)
            .collect(Collectors.toMap(Running::provider, it -> it, (one, two) -> one));
    Map<String, Placement> fresh = placements(target, inputs);
    List<Share> shares =
        target.strategy().stream()
            .filter(it -> running.containsKey(it.provider()) || fresh.containsKey(it.provider()))
            .toList();
    List<Slot> strays = strays(desired, shares, observed.of(target).toList());
    int stray = strays.stream().mapToInt(it -> it.child().target()).sum();
    List<Integer> targets = Distribution.of(desired - stray, shares);
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int tasks = targets.get(i);
      String provider = shares.get(i).provider();
      Running child = running.get(provider);
      slots.add(
          child == null
              ? new Slot(
                  new Child(provider, tasks, 0, 0, 0, 0, 0, 0, 0, false), null, fresh.get(provider))
              : new Slot(child(child, tasks, false), child, null));
    }
    slots.addAll(strays);
    return slots;
  }

  /**
   * Children that the strategy of their deployment does not tell of. A child that is left out of
   * the plan would be deleted with its tasks, so they keep what they have.
   */
  private static List<Slot> strays(int desired, List<Share> shares, List<Running> children) {
    Set<String> known = shares.stream().map(Share::provider).collect(Collectors.toSet());
    List<Slot> strays = new ArrayList<>();
    int left = desired;
    for (Running child : children) {
      if (!known.remove(child.provider()) && child.occupied() > 0) {
        int tasks = Math.min(left, child.replicas());
        strays.add(new Slot(child(child, tasks, false), child, null));
        left -= tasks;
      }
    }
    return strays;
  }

  /**
   * Where a child of the deployment can be made: only with the inputs that started it. One of an
   * older deployment that somebody deleted is gone, and the others take its tasks.
   */
  private static Map<String, Placement> placements(
      EcsDeployment target, Optional<ServiceInputs> inputs) {
    return inputs.stream()
        .filter(it -> it.digest().equals(target.inputs()))
        .flatMap(it -> it.placements().stream())
        .collect(Collectors.toMap(it -> it.share().provider(), it -> it, (one, two) -> one));
  }

  private static Child child(Running running, int target, boolean givenUp) {
    return new Child(
        running.name(),
        target,
        running.replicas(),
        running.tasks().live(),
        running.ready(),
        running.healthy(),
        running.unhealthy(),
        running.held(),
        running.draining(),
        givenUp);
  }

  private static boolean idle(Running child) {
    return child.tasks().live() + child.tasks().stopping() == 0;
  }
}
