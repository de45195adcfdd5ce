package dev.longshore.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/** Applies custom resources as their member-by-member owner, so that autoscaling keeps its own. */
final class Applied {
  static final String MANAGER = "longshore-cli";

  private final KubernetesClient client;
  private final String namespace;

  Applied(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** The object as the API server stored it; its refusals are told as they are. */
  GenericKubernetesResource apply(ObjectNode resource) {
    return patch(resource, context().build());
  }

  /** The object as the API server would store it. */
  GenericKubernetesResource dryRun(ObjectNode resource) {
    return patch(resource, context().withDryRun(List.of("All")).build());
  }

  private static PatchContext.Builder context() {
    return new PatchContext.Builder()
        .withPatchType(PatchType.SERVER_SIDE_APPLY)
        .withFieldManager(MANAGER)
        .withForce(true);
  }

  private GenericKubernetesResource patch(ObjectNode resource, PatchContext context) {
    var object =
        client
            .getKubernetesSerialization()
            .unmarshal(resource.toString(), GenericKubernetesResource.class);
    try {
      return client.resource(object).inNamespace(namespace).patch(context);
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
    return new Refusal(Refusal.REFUSED, reason);
  }
}
