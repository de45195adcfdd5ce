package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Service;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** UpdateService from options; members that are not named stay as they are. */
final class ServiceUpdate {
  @Option(names = "--service", paramLabel = "NAME", description = "Service to update: name or ARN.")
  @Nullable String service;

  @Option(
      names = "--task-definition",
      paramLabel = "REF",
      description = "With --service: family, family:revision or ARN.")
  @Nullable String taskDefinition;

  @Option(names = "--desired-count", paramLabel = "N", description = "With --service: tasks.")
  @Nullable BigInteger desiredCount;

  @Option(
      names = "--force-new-deployment",
      description = "With --service: replace the tasks though nothing changed.")
  boolean force;

  /** The change of the service that is named; {@link Refusal} where ECS would refuse it. */
  Rollout.Change change(Connection connection, Printer printer) {
    EcsObjects objects = EcsObjects.in(connection);
    Service found = objects.service(String.valueOf(service));
    if (desiredCount != null) {
      ScaleCommand.check(found, desiredCount, printer);
    }
    if (force && taskDefinition == null) {
      RolledBack.refuse(found, objects);
    }
    String name = found.getMetadata().getName();
    ServicePatch patch = patch(objects);
    ServiceRequest.refuse(name, new ClientCatalog(objects).problems(patch.tried(name, connection)));
    return Rollout.Change.of(name, () -> patch.send(name, connection));
  }

  private ServicePatch patch(EcsObjects objects) {
    ServicePatch patch = ServicePatch.of();
    if (taskDefinition != null) {
      patch.spec().put("taskDefinition", RevisionNames.resolved(taskDefinition, objects));
    }
    if (desiredCount != null) {
      patch.spec().put("desiredCount", desiredCount.intValueExact());
    }
    if (force) {
      patch.force();
    }
    return patch;
  }
}
