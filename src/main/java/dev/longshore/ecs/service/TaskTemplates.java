package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceKubernetes;
import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.podspec.HealthChecks;
import dev.longshore.ecs.podspec.Lifetime;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import dev.longshore.ecs.podspec.ServerFeatures;
import java.util.List;
import java.util.Objects;

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
            marks.labels(),
            marks.annotations(),
            new AwsReferences(inputs.bindings()),
            placement.nodeSelector(),
            placement.tolerations(),
            drainSeconds(service, inputs),
            inputs.restricted(),
            Lifetime.SERVICE,
            tags(service, inputs),
            List.of(),
            server);
    return new ChildDeployments.Rendered(
        PodTemplates.render(pod), HealthChecks.anyEssential(inputs.definition()));
  }

  /** The tags that propagateTags brings to the tasks of a service. */
  private static List<Tag> tags(Service service, ServiceInputs inputs) {
    return switch (Objects.requireNonNullElse(service.getSpec().propagateTags(), "NONE")) {
      case "SERVICE" -> service.getSpec().tags();
      case "TASK_DEFINITION" -> inputs.definition().tags();
      default -> List.of();
    };
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
