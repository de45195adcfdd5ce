package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
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
    String name = String.valueOf(service);
    var resource =
        connection
            .client()
            .genericKubernetesResources("ecs.longshore.dev/v1", "Service")
            .inNamespace(connection.namespace())
            .withName(Names.dnsLabel(name));
    if (resource.get() == null) {
      throw new Refusal(
          Refusal.REFUSED,
          "Service not found: %s in namespace %s.".formatted(name, connection.namespace()));
    }
    return resource.patch(
        PatchContext.of(PatchType.JSON_MERGE),
        Mappers.json().createObjectNode().<ObjectNode>set("spec", spec()).toString());
  }

  private ObjectNode spec() {
    ObjectNode spec = Mappers.json().createObjectNode();
    if (taskDefinition != null) {
      spec.put("taskDefinition", taskDefinition);
    }
    if (desiredCount != null) {
      spec.put("desiredCount", desiredCount);
    }
    if (force) {
      spec.putObject("kubernetes").put("redeployNonce", Instant.now().toString());
    }
    return spec;
  }
}
