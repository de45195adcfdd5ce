package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Resolution;
import dev.longshore.ecs.capacityprovider.Nodes;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ServiceStates.Findings;
import dev.longshore.testing.Golden;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services with what they refer to go in, children and the sentence about their state come out. */
class ServiceGoldenTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final ServiceObserved.Look LOOK = new ServiceObserved.Look(NOW, Duration.ZERO);

  private final ChildDeployments render =
      new ChildDeployments(new TaskTemplates(ServerFeatures.all()));

  static Stream<Golden> cases() {
    return Golden.cases("service");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void givesTheChildrenOfTheFiles(Golden golden) {
    golden.expect(outputs(new FixedCatalog(golden.inputs().values())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aSecondRunOverItsOwnChildrenChangesNothing(Golden golden) {
    FixedCatalog catalog = new FixedCatalog(golden.inputs().values());
    Service service = catalog.all(Service.class).findFirst().orElseThrow();
    Optional<ServiceInputs> inputs = new ServiceResolver(catalog).resolve(service).found();
    List<Deployment> first = ServicePlan.of(service, inputs, observed(catalog), render).children();
    first.forEach(child -> child.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z"));

    ServicePlan second =
        ServicePlan.of(service, inputs, ServiceObserved.of(first, List.of(), LOOK), render);

    first.forEach(child -> child.getMetadata().setCreationTimestamp(null));
    assertThat(second.children()).containsExactlyInAnyOrderElementsOf(first);
  }

  private Map<String, Object> outputs(FixedCatalog catalog) {
    Service service = catalog.all(Service.class).findFirst().orElseThrow();
    Resolution<ServiceInputs> resolution = new ServiceResolver(catalog).resolve(service);
    Findings findings =
        new Findings(ServiceChecks.of(service, catalog), resolution.problems(), List.of());
    Optional<ServiceInputs> inputs =
        findings.refusals().isEmpty() ? resolution.found() : Optional.empty();
    Scheduling scheduling = scheduling(service, catalog);
    ServiceObserved observed = scheduling.observe(catalog.all(Pod.class).toList(), LOOK);
    ServicePlan plan = ServicePlan.of(service, inputs, observed, render);
    Rollout rollout = Rollout.of(plan, observed, service.getStatus());
    List<HasMetadata> children = new ArrayList<>(scheduling.children(service, plan, observed));
    inputs.ifPresent(
        it ->
            children.addAll(
                new ServiceResources(service, it.cluster(), plan, rollout)
                    .with(scheduling.budget(plan, observed))));
    Map<String, Object> outputs = new TreeMap<>();
    children.forEach(
        it ->
            outputs.put(
                it.getKind().toLowerCase(Locale.ROOT) + "-" + it.getMetadata().getName(), it));
    ServiceDeployments now = new ServiceDeployments("default", service, plan, observed, rollout);
    State state = ServiceStates.of(now, findings, ServiceRecords.of(now));
    outputs.put("state", Map.of("reason", state.reason(), "message", state.message()));
    return outputs;
  }

  private static Scheduling scheduling(Service service, FixedCatalog catalog) {
    List<HasMetadata> children =
        Stream.<HasMetadata>concat(catalog.all(Deployment.class), catalog.all(DaemonSet.class))
            .toList();
    return Scheduling.of(
        service,
        children,
        new Scheduling.NodesSeen(
            catalog.all(Node.class).filter(Nodes::cordoned).toList(), List::of));
  }

  private static ServiceObserved observed(FixedCatalog catalog) {
    return ServiceObserved.of(
        catalog.all(Deployment.class).toList(), catalog.all(Pod.class).toList(), LOOK);
  }
}
