package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ChildDeployments.Rendered;
import dev.longshore.testing.Golden;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Longshore that renders tasks differently starts no deployment and changes no running child. */
class NewerReleaseTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final ServiceObserved.Look LOOK = new ServiceObserved.Look(NOW, Duration.ZERO);

  private final TaskTemplates today = new TaskTemplates(ServerFeatures.all());
  private final ChildDeployments old = new ChildDeployments(today);
  private final ChildDeployments newer =
      new ChildDeployments(
          (service, inputs, placement, marks) -> {
            Rendered rendered = today.render(service, inputs, placement, marks);
            return new Rendered(
                new PodTemplateSpecBuilder(rendered.template())
                    .editMetadata()
                    .addToAnnotations("example.com/new-in-this-release", "yes")
                    .endMetadata()
                    .build(),
                !rendered.checked());
          });

  static Stream<Golden> cases() {
    return Golden.cases("service").filter(it -> inputs(it).isPresent());
  }

  private static Optional<ServiceInputs> inputs(Golden golden) {
    FixedCatalog catalog = new FixedCatalog(golden.inputs().values());
    Service service = catalog.all(Service.class).findFirst().orElseThrow();
    return new ServiceResolver(catalog).resolve(service).found();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void runningChildrenStayAsTheyAre(Golden golden) {
    FixedCatalog catalog = new FixedCatalog(golden.inputs().values());
    Service service = catalog.all(Service.class).findFirst().orElseThrow();
    Optional<ServiceInputs> inputs = inputs(golden);
    List<Deployment> running = plan(service, inputs, List.of(), old);
    assertThat(running).isNotEmpty();
    assertThat(plan(service, inputs, List.of(), newer)).isNotEqualTo(running);

    assertThat(plan(service, inputs, running, newer)).isEqualTo(running);
  }

  private static List<Deployment> plan(
      Service service,
      Optional<ServiceInputs> inputs,
      List<Deployment> running,
      ChildDeployments render) {
    running.forEach(it -> it.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z"));
    List<Deployment> planned =
        ServicePlan.of(service, inputs, ServiceObserved.of(running, List.of(), LOOK), render)
            .children();
    running.forEach(it -> it.getMetadata().setCreationTimestamp(null));
    return planned;
  }
}
