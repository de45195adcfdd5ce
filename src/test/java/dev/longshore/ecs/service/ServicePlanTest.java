package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.service.EcsModel.Breaker;
import dev.longshore.ecs.service.EcsModel.Settings;
import dev.longshore.ecs.service.ModelSpec.Providers;
import dev.longshore.ecs.service.ServiceObserved.Look;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What children a service of four tasks gets next; see {@link Fleet}. Nothing new is rendered. */
class ServicePlanTest {
  private static final Service SERVICE = Fleet.service("{'desiredCount': 4}");

  private final ChildDeployments none =
      new ChildDeployments(
          (service, inputs, placement, marks) -> {
            throw new AssertionError("nothing has to be rendered");
          });

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "1C(a)/2/2 1C(b)/2/2, 1, a 2 b 2, a steady one stays",
    "1C(a)/2/2 1C(b)/2/2 2R/0/0, 2, a 2 b 2 2 0, as does the one that was gone back to",
    "1C(a)/2/2 2R/0/0, 2, a 4 2 0, whose other child was deleted: this one takes its tasks",
    "1C(a)/4/4 2R/4/0, 2, a 4 2 0, what was given up loses its tasks",
    "2F/4/2, 2, 2 4, what nobody can replace keeps what works",
    "2F/6/6, 2, 2 4, but no more than is desired",
    "1C/0/0 2F/4/4, 2, 2 4 1 0, and the completed one stays for the next that fails",
    "1/2/2 2/2/1 3/4/0, 3, 3 4 2 2 1 2, one between the first and the newest stays until it may go",
    "1/4/4 2F/3/3, 2, 2 0 1 4, older tasks before those that were given up",
  })
  void goesOnWithTheChildrenThatAreThere(
      String children, int inputs, String expected, String because) {
    ServicePlan plan =
        ServicePlan.of(SERVICE, Optional.of(Fleet.inputs(inputs)), Fleet.of(children), none);

    assertThat(lines(plan)).as(because).isEqualTo(expected);
  }

  /** A child that is in no plan is deleted with its tasks. */
  @Test
  void aRefusedSpecDeletesNoChildWhateverItsProvider() {
    ModelSpec spec =
        new ModelSpec(
            new Settings(5, 100, 200, new Breaker(false, false, true, "COUNT", 3)),
            Providers.ODD,
            false,
            3);
    ServicePlan begun = plan(spec, Optional.of(spec.inputs()), List.of());

    ServicePlan refused = plan(spec, Optional.empty(), begun.children());
    ServicePlan goesOn = plan(spec, Optional.of(spec.inputs()), begun.children());

    assertThat(begun.children()).extracting(it -> it.getSpec().getReplicas()).containsExactly(3, 2);
    assertThat(lines(refused)).isEqualTo(lines(begun));
    assertThat(lines(goesOn)).isEqualTo(lines(begun));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "1C(a)/2/2 1C(b)/1/1 1C(c)/1/1, a 2 b 1 c 1, the strategy does not tell of it",
    "1C(a)/2/2 1C(b)/2/2 1C(b)/2/2, a 1 b 1 b 2, there are two of it",
    "1C(c)/2/2, c 2, it is the only one",
  })
  void aChildWithTasksIsNeverLeftOut(String children, String expected, String because) {
    ServicePlan plan = ServicePlan.of(SERVICE, Optional.empty(), Fleet.of(children), none);

    assertThat(lines(plan)).as(because).isEqualTo(expected);
  }

  private static ServicePlan plan(
      ModelSpec spec, Optional<ServiceInputs> inputs, List<Deployment> children) {
    children.forEach(it -> it.getMetadata().setCreationTimestamp(Fleet.NOW.toString()));
    ServiceObserved observed =
        ServiceObserved.of(children, List.of(), new Look(Fleet.NOW, Duration.ZERO));
    return ServicePlan.of(spec.service(), inputs, observed, spec.render());
  }

  private static String lines(ServicePlan plan) {
    return plan.children().stream().map(ServicePlanTest::line).collect(Collectors.joining(" "));
  }

  private static String line(Deployment child) {
    String name = child.getMetadata().getName();
    return name.replaceFirst("web-(\\d)", "$1").replaceFirst("^1(?=.)", "")
        + " "
        + child.getSpec().getReplicas();
  }
}
