package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.podspec.HealthChecks;
import dev.longshore.ecs.podspec.Lifetime;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import dev.longshore.ecs.podspec.SecurityGroups;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.podspec.VolumeConfigurations;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;

/** Renders the tasks of a service from its definition, its cluster's bindings and its placement. */
final class TaskTemplates implements ChildDeployments.PodRenderer {
  /** Seconds a task with ports goes on serving after it left the endpoints, unless told. */
  private static final int DRAIN = 5;

  private final ServerFeatures server;

  TaskTemplates(ServerFeatures server) {
    this.server = server;
  }

  @Override
  public ChildDeployments.Rendered render(
      Service service, ServiceInputs inputs, Placement placement, ChildDeployments.Marks marks) {
    PodInputs pod =
        new PodInputs(
            inputs.definition(),
            SecurityGroups.with(marks.labels(), service.getSpec().networkConfiguration()),
            marks.annotations(),
            new AwsReferences(inputs.bindings()),
            placement.nodeSelector(),
            placement.tolerations(),
            drainSeconds(service, inputs),
            inputs.restricted(),
            Lifetime.SERVICE,
            TaskWishes.tags(service.getSpec(), inputs.definition()),
            VolumeConfigurations.of(service.getSpec().volumeConfigurations()).launched(),
            server);
    PodTemplateSpec template = PodTemplates.render(pod);
    TaskWishes.place(template.getSpec(), service, marks.labels());
    return new ChildDeployments.Rendered(template, HealthChecks.anyEssential(inputs.definition()));
  }

  private static int drainSeconds(Service service, ServiceInputs inputs) {
    ServiceKubernetes ours = service.getSpec().kubernetes();
    Integer asked = ours == null ? null : ours.drainSeconds();
    boolean ports =
        inputs.definition().containerDefinitions().stream()
            .anyMatch(container -> !container.portMappings().isEmpty());
    return asked != null ? asked : ports ? DRAIN : 0;
  }
}
