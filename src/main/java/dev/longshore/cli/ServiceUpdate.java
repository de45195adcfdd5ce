package dev.longshore.cli;

import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** UpdateService from options; members that are not named stay as they are. */
final class ServiceUpdate {
  @Option(names = "--service", paramLabel = "NAME", description = "Service to update.")
  @Nullable String service;

  @Option(
      names = "--task-definition",
      paramLabel = "REF",
      description = "With --service: family, family:revision or ARN.")
  @Nullable String taskDefinition;

  @Option(names = "--desired-count", paramLabel = "N", description = "With --service: tasks.")
  @Nullable Integer desiredCount;

  @Option(
      names = "--force-new-deployment",
      description = "With --service: replace the tasks though nothing changed.")
  boolean force;

  GenericKubernetesResource send(Connection connection) {
    ServicePatch patch = ServicePatch.of();
    if (taskDefinition != null) {
      patch
          .spec()
          .put("taskDefinition", RevisionNames.resolved(taskDefinition, EcsObjects.in(connection)));
    }
    if (desiredCount != null) {
      patch.spec().put("desiredCount", desiredCount);
    }
    if (force) {
      patch.kubernetes().put("redeployNonce", Instant.now().toString());
    }
    return patch.send(Names.dnsLabel(String.valueOf(service)), connection);
  }
}
