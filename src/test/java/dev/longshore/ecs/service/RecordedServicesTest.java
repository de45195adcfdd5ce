package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.service.ServiceStates.Findings;
import dev.longshore.testing.Golden;
import dev.longshore.testing.RecordedStates;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Services in each of their states; what GitOps tools make of them is docs/guides/gitops.md. */
class RecordedServicesTest {
  private static final Clock CLOCK = Clock.fixed(Fleet.NOW, ZoneOffset.UTC);
  private static final Findings NONE = new Findings(List.of(), List.of(), List.of());
  private static final Gates CLOSED = Gates.NONE.closed(Fleet.NOW, List.of());
  private static final String TWO = "{'taskDefinition': 'web', 'desiredCount': 2}";
  private static final String CONFIGURED =
      "{'taskDefinition': 'web', 'desiredCount': 2, 'deploymentConfiguration': {%s}}";
  private static final String BREAKER =
      CONFIGURED.formatted("'deploymentCircuitBreaker': {'enable': true, 'rollback': true}");
  private static final String PAUSE =
      CONFIGURED.formatted(
          "'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': ['PRE_SCALE_UP']}]");

  @Test
  void theFilesAreWhatTheStatusCodeMakes() {
    Map<String, Service> made = new TreeMap<>();
    made.put("nobody looked yet", bare(TWO));
    made.put("is steady", seen(TWO, 1, Fleet.of("1C/2/2")));
    made.put("rolls", seen(TWO, 2, Fleet.of("1C/2/2 2/1/0")));
    made.put("scales or heals", seen(TWO, 1, Fleet.of("1C/1/1")));
    made.put("pauses", seen(PAUSE, 2, Fleet.of("1C/2/2")));
    made.put(
        "bakes",
        seen(
            CONFIGURED.formatted("'bakeTimeInMinutes': 5"),
            2,
            Fleet.of("1C/0/0 2/2/2", 2, CLOSED.steady(Fleet.NOW), Fleet.NOW)));
    made.put("rolls back", seen(BREAKER, 2, Fleet.of("1C/1/1 2R/1/0")));
    made.put("is rolled back", seen(BREAKER, 2, Fleet.of("1C/2/2 2R/0/0")));
    made.put("failed", seen(BREAKER, 2, Fleet.of("2F/2/0")));
    made.put(
        "has no room to roll",
        seen(
            CONFIGURED.formatted("'minimumHealthyPercent': 100, 'maximumPercent': 100"),
            2,
            Fleet.of("1C/2/2 2/0/0")));
    made.put("gets no pods", seen(TWO, 1, refused("1/2/0")));
    made.put("changed since it was steady", changed(seen(TWO, 1, Fleet.of("1C/2/2"))));
    made.put("changed since it failed", changed(seen(BREAKER, 2, Fleet.of("2F/2/0"))));
    made.put("is being deleted", deleted());
    made.putAll(findings());
    new RecordedStates("service").expect(made);
  }

  private static Map<String, Service> findings() {
    Service second = bare(TWO);
    second.getMetadata().setCreationTimestamp("2026-01-01T00:00:01Z");
    Service first = Fleet.service("{'taskDefinition': 'web', 'serviceName': 'web'}");
    first.getMetadata().setName("first");
    first.getMetadata().setUid("a");
    first.getMetadata().setCreationTimestamp("2026-01-01T00:00:00Z");
    FixedCatalog both =
        new FixedCatalog(
            List.of(Mappers.json().valueToTree(first), Mappers.json().valueToTree(second)));
    return Map.of(
        "has the name of another",
        with(second, new Findings(ServiceChecks.of(second, both), List.of(), List.of())),
        "is refused",
        golden("mixed-strategy-is-refused"),
        "lacks its task definition",
        golden("missing-task-definition"),
        "lacks its capacity provider",
        golden("unknown-capacity-provider"),
        "is not allowed here",
        golden("restricted-forbids-root"),
        "has a child that is refused",
        unwritten("WriteRefused", "The API server refuses Deployment web-1: exceeded quota."),
        "has a child that is somebody else's",
        unwritten("NameConflict", "Service web exists and is not controlled by this object."));
  }

  private static Service bare(String spec) {
    Service service = Fleet.service(spec);
    service.getMetadata().setGeneration(1L);
    return service;
  }

  private static Service seen(String spec, int inputs, ServiceObserved observed) {
    return seen(bare(spec), Optional.of(Daemons.inputs(inputs)), observed, NONE);
  }

  private static Service with(Service service, Findings findings) {
    return seen(service, Optional.empty(), Fleet.of(""), findings);
  }

  private static Service unwritten(String reason, String message) {
    Findings findings = new Findings(List.of(), List.of(), List.of(new Problem(reason, message)));
    return seen(bare(TWO), Optional.of(Daemons.inputs(1)), Fleet.of(""), findings);
  }

  private static Service golden(String name) {
    FixedCatalog catalog =
        new FixedCatalog(
            new Golden(Path.of("src/test/resources/golden/service", name)).inputs().values());
    Service service = catalog.all(Service.class).findFirst().orElseThrow();
    service.getMetadata().setGeneration(1L);
    return with(
        service,
        new Findings(
            ServiceChecks.of(service, catalog),
            new ServiceResolver(catalog).resolve(service).problems(),
            List.of()));
  }

  private static Service seen(
      Service service,
      Optional<ServiceInputs> inputs,
      ServiceObserved observed,
      Findings findings) {
    ServicePlan plan = ServicePlan.of(service, inputs, observed, Daemons.RENDER);
    Rollout rollout = Rollout.of(plan, observed, null);
    service.setStatus(
        new ServiceStatuses(CLOCK)
            .of(new ServiceDeployments("default", service, plan, observed, rollout), findings));
    return service;
  }

  private static Service changed(Service service) {
    service.getMetadata().setGeneration(2L);
    return service;
  }

  private static Service deleted() {
    Service service = bare(TWO);
    service.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");
    return seen(service, Optional.of(Daemons.inputs(1)), Fleet.of("1C/2/2"), NONE);
  }

  /** The stock controller says that no pod of the child is taken. */
  private static ServiceObserved refused(String fleet) {
    Running child = Fleet.of(fleet).children().getFirst();
    Running refused =
        new Running(
            new DeploymentBuilder(child.object())
                .withNewStatus()
                .addNewCondition()
                .withType("ReplicaFailure")
                .withStatus("True")
                .withMessage("pods are forbidden: exceeded quota")
                .endCondition()
                .endStatus()
                .build(),
            child.deployment(),
            child.provider(),
            new Running.Tasks(0, 0, 0),
            0,
            0,
            child.faults(),
            child.verdict(),
            child.held(),
            child.draining(),
            child.readiness());
    return new ServiceObserved(List.of(refused), List.of(), Fleet.NOW);
  }
}
