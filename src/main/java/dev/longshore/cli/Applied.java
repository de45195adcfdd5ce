package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Applies custom resources as their member-by-member owner, so that autoscaling keeps its own. */
record Applied(KubernetesClient client, String namespace, boolean dry) {
  static final String MANAGER = "longshore-cli";

  /** How the API server begins before it comes to the member that is wrong. */
  private static final String UNTYPED = "^failed to create typed patch object \\([^)]*\\):\\s*\\.?";

  static Applied in(Connection where) {
    return new Applied(where.client(), where.namespace(), false);
  }

  /** The object comes back as the API server would store it, and nothing is stored. */
  static Applied dryIn(Connection where) {
    return new Applied(where.client(), where.namespace(), true);
  }

  /** The object as the API server stored it; its refusals are told as they are. */
  GenericKubernetesResource apply(ObjectNode resource) {
    var object =
        client
            .getKubernetesSerialization()
            .unmarshal(resource.toString(), GenericKubernetesResource.class);
    PatchContext context =
        context(PatchType.SERVER_SIDE_APPLY).withFieldManager(MANAGER).withForce(true).build();
    return sent(resource, () -> client.resource(object).inNamespace(namespace).patch(context));
  }

  /** The same of an object that is there: members of the spec that are not named stay. */
  GenericKubernetesResource merge(ObjectNode resource) {
    var body = Mappers.json().createObjectNode().set("spec", resource.path("spec")).toString();
    PatchContext context = context(PatchType.JSON_MERGE).build();
    return sent(
        resource,
        () ->
            client
                .genericKubernetesResources(
                    resource.path("apiVersion").asText(), resource.path("kind").asText())
                .inNamespace(namespace)
                .withName(resource.at("/metadata/name").asText())
                .patch(context, body));
  }

  private PatchContext.Builder context(PatchType type) {
    PatchContext.Builder context = new PatchContext.Builder().withPatchType(type);
    return dry ? context.withDryRun(List.of("All")) : context;
  }

  private static GenericKubernetesResource sent(
      ObjectNode resource, Supplier<GenericKubernetesResource> request) {
    try {
      return request.get();
    } catch (KubernetesClientException e) {
      throw refusal(resource, e);
    }
  }

  private static RuntimeException refusal(ObjectNode resource, KubernetesClientException thrown) {
    String kind = resource.path("kind").asText();
    if (thrown.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
      return new Refusal(
          Refusal.REFUSED,
          "The cluster knows no "
              + kind
              + " of ecs.longshore.dev/v1, or the namespace is missing; install Longshore first.");
    }
    String reason =
        Optional.ofNullable(thrown.getStatus())
            .map(it -> it.getMessage())
            .orElse(String.valueOf(thrown.getMessage()));
    return new Refusal(Refusal.REFUSED, reason.replaceFirst(UNTYPED, ""));
  }
}
