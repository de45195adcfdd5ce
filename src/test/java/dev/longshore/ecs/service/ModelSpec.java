package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.service.ChildDeployments.Rendered;
import dev.longshore.ecs.service.EcsModel.Breaker;
import dev.longshore.ecs.service.EcsModel.Settings;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What users ask for, as the spec of a Service. */
final class ModelSpec {
  private static final TaskDefinitionSpec DEFINITION =
      Mappers.json().convertValue(Map.of("family", "web"), TaskDefinitionSpec.class);

  /** One Deployment for each ECS deployment, or two, also of providers that make no legal label. */
  enum Providers {
    NONE(""),
    TWO("FARGATE", "FARGATE_SPOT"),
    ODD("spot_", "p".repeat(70));

    private final List<String> names;

    Providers(String... names) {
      this.names = List.of(names);
    }

    List<Placement> placements() {
      return names.stream()
          .map(it -> new Placement(new Share(it, 0, 1), Map.of(), List.of()))
          .toList();
    }
  }

  private final Providers providers;
  private final boolean checked;
  private final int retries;
  private final List<Integer> revisions = new ArrayList<>(List.of(1));
  private Settings settings;
  private int nonce;
  private String action = "";

  /**
   * A new service.
   *
   * @param retries of the health check, each of ten seconds and two for the last to answer
   */
  ModelSpec(Settings settings, Providers providers, boolean checked, int retries) {
    this.settings = settings;
    this.providers = providers;
    this.checked = checked;
    this.retries = retries;
  }

  /** Whether its container has a health check. */
  boolean checked() {
    return checked;
  }

  /** Revision of a deployment. */
  int revision(int deployment) {
    return revisions.get(deployment - 1);
  }

  void set(Settings next) {
    settings = next;
  }

  /** Whether that starts a deployment. */
  boolean deploy(int revision) {
    if (revision == revisions.getLast()) {
      return false;
    }
    revisions.add(revision);
    return true;
  }

  void force() {
    nonce++;
    revisions.add(revisions.getLast());
  }

  void stop(String deployment, boolean rollback) {
    action =
        "'deploymentAction': {'deploymentId': '%s', 'action': '%s'}, "
            .formatted(deployment, rollback ? "ROLLBACK" : "ABORT");
  }

  Service service() {
    Breaker breaker = settings.breaker();
    Service service =
        Fleet.service(
            """
            {'desiredCount': %d, 'taskDefinition': 'web:%d',
             'kubernetes': {%s'redeployNonce': '%d'},
             'deploymentConfiguration': {
               'minimumHealthyPercent': %d, 'maximumPercent': %d,
               'deploymentCircuitBreaker': {
                 'enable': %s, 'rollback': %s, 'resetOnHealthyTask': %s,
                 'thresholdConfiguration': {'type': '%s', 'value': %d}}}}
            """
                .formatted(
                    settings.desired(),
                    revisions.getLast(),
                    action,
                    nonce,
                    settings.minimumHealthyPercent(),
                    settings.maximumPercent(),
                    breaker.enable(),
                    breaker.rollback(),
                    breaker.reset(),
                    breaker.type(),
                    breaker.value()));
    service.getMetadata().setGeneration(1L);
    service.getMetadata().setCreationTimestamp(Fleet.NOW.toString());
    return service;
  }

  ServiceInputs inputs() {
    String revision = "web:" + revisions.getLast();
    return new ServiceInputs(
        "default",
        revision,
        DEFINITION,
        providers.placements(),
        null,
        false,
        DeploymentInputs.digest(service().getSpec(), revision));
  }

  /** Tasks of one container, with a health check or without. */
  ChildDeployments render() {
    return new ChildDeployments(
        (service, inputs, placement, marks) -> {
          var container =
              new PodTemplateSpecBuilder()
                  .withNewMetadata()
                  .withLabels(marks.labels())
                  .endMetadata()
                  .withNewSpec()
                  .addNewContainer()
                  .withName("app")
                  .withImage(inputs.taskDefinition());
          if (checked) {
            container =
                container
                    .withNewReadinessProbe()
                    .withPeriodSeconds(10)
                    .withTimeoutSeconds(2)
                    .withFailureThreshold(retries)
                    .endReadinessProbe();
          }
          return new Rendered(container.endContainer().endSpec().build(), checked);
        });
  }
}
