package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Instant;

/** UpdateService of a few members; those that are not named stay as they are. */
record ServicePatch(ObjectNode spec) {
  /** Each other value begins another deployment. */
  static final String NONCE = "redeployNonce";

  static ServicePatch of() {
    return new ServicePatch(Mappers.json().createObjectNode());
  }

  /** Members of ours. */
  ObjectNode kubernetes() {
    return spec.withObject("/kubernetes");
  }

  /** The service as it is then; {@link Refusal} when there is none of that object name. */
  GenericKubernetesResource send(String name, Connection connection) {
    var there =
        connection
            .client()
            .genericKubernetesResources("ecs.longshore.dev/v1", "Service")
            .inNamespace(connection.namespace())
            .withName(name);
    if (there.get() == null) {
      throw new Refusal(
          Refusal.REFUSED,
          "Service not found: %s in namespace %s.".formatted(name, connection.namespace()));
    }
    return Applied.in(connection).merge(resource(name));
  }

  /** Begins another deployment though nothing changed. */
  void force() {
    kubernetes().put(NONCE, Instant.now().toString());
  }

  /** The service as the API server would store it; nothing is. */
  Service tried(String name, Connection connection) {
    GenericKubernetesResource stored = Applied.dryIn(connection).merge(resource(name));
    return Mappers.json().convertValue(Mappers.json().valueToTree(stored), Service.class);
  }

  private ObjectNode resource(String name) {
    ObjectNode resource = Mappers.json().createObjectNode();
    resource.put("apiVersion", "ecs.longshore.dev/v1").put("kind", "Service");
    resource.putObject("metadata").put("name", name);
    return resource.set("spec", spec);
  }
}
