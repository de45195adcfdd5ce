package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.capacityprovider.Distribution;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.service.Engine.Child;
import dev.longshore.ecs.service.ServiceObserved.Running;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service wants now: the children with the counts of the engine's next step.
 *
 * @param bounds of the desired count of now
 * @param primary the newest ECS deployment; none while nothing ever could start
 * @param children wanted Deployments, the primary's first
 * @param stalled the healthy percents leave no step
 */
record ServicePlan(
    Bounds bounds, Optional<EcsDeployment> primary, List<Deployment> children, boolean stalled) {

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
    Bounds bounds = Percents.of(service.getSpec()).bounds(desired(service));
    Optional<EcsDeployment> primary = primary(service, inputs, observed);
    List<Slot> slots = slots(bounds, primary, inputs, observed);
    Engine.Step step = new RollingEngine().next(bounds, slots.stream().map(Slot::child).toList());
    List<Deployment> children = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      int replicas = step.replicas().get(i);
      if (slot.running() != null) {
        children.add(Blueprint.restore(slot.running().object(), replicas));
      } else {
        Placement placement = Objects.requireNonNull(slot.placement());
        Deployment made =
            render.render(service, inputs.orElseThrow(), primary.orElseThrow(), placement);
        made.getSpec().setReplicas(replicas);
        children.add(made);
      }
    }
    return new ServicePlan(bounds, primary, children, step.stalled());
  }

  static int desired(Service service) {
    Integer desired = service.getSpec().desiredCount();
    return desired == null ? 1 : desired;
  }

  /** The deployment that today's inputs ask for: running already, or the next one. */
  private static Optional<EcsDeployment> primary(
      Service service, Optional<ServiceInputs> inputs, ServiceObserved observed) {
    List<EcsDeployment> deployments = observed.deployments();
    if (inputs.isEmpty()) {
      return deployments.stream().findFirst();
    }
    int newest = deployments.stream().mapToInt(EcsDeployment::ordinal).max().orElse(0);
    return deployments.stream()
        .filter(it -> it.ordinal() == newest && it.inputs().equals(inputs.get().digest()))
        .findFirst()
        .or(
            () ->
                Optional.of(
                    EcsDeployment.start(service.getMetadata().getUid(), newest + 1, inputs.get())));
  }

  private static List<Slot> slots(
      Bounds bounds,
      Optional<EcsDeployment> primary,
      Optional<ServiceInputs> inputs,
      ServiceObserved observed) {
    Stream<Slot> wanted =
        primary.stream().flatMap(it -> primarySlots(bounds, it, inputs, observed).stream());
    Stream<Slot> older =
        observed.children().stream()
            .filter(child -> primary.filter(child.deployment()::equals).isEmpty())
            .filter(child -> child.replicas() > 0 || !idle(child))
            .sorted(Comparator.comparingInt(child -> child.deployment().ordinal()))
            .map(child -> new Slot(child(child, 0), child, null));
    return Stream.concat(wanted, older).toList();
  }

  private static List<Slot> primarySlots(
      Bounds bounds,
      EcsDeployment primary,
      Optional<ServiceInputs> inputs,
      ServiceObserved observed) {
    List<Integer> targets = Distribution.of(bounds.desired(), primary.strategy());
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int target = targets.get(i);
      String provider = primary.strategy().get(i).provider();
      Optional<Running> running =
          observed.children().stream()
              .filter(child -> child.deployment().equals(primary))
              .filter(child -> child.provider().equals(provider))
              .findFirst();
      running
          .map(child -> new Slot(child(child, target), child, null))
          .or(() -> placement(inputs, provider).map(it -> fresh(provider, target, it)))
          .ifPresent(slots::add);
    }
    return slots;
  }

  private static Slot fresh(String provider, int target, Placement placement) {
    return new Slot(new Child(provider, target, 0, 0, 0), null, placement);
  }

  private static Optional<Placement> placement(Optional<ServiceInputs> inputs, String provider) {
    return inputs.stream()
        .flatMap(it -> it.placements().stream())
        .filter(it -> it.share().provider().equals(provider))
        .findFirst();
  }

  private static Child child(Running running, int target) {
    return new Child(
        running.name(), target, running.replicas(), running.tasks().live(), running.healthy());
  }

  private static boolean idle(Running child) {
    return child.tasks().live() + child.tasks().stopping() == 0;
  }
}
