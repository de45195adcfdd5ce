package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a deploy from resetting ECS API member {@code Service.desiredCount}: UpdateService leaves
 * it as it is when a request does not name it, and the count of a scaled service belongs to its
 * policies.
 */
record DesiredCount(KubernetesClient client, String namespace) {
  private static final String COUNT = "desiredCount";
  private static final String POLICIES = "/spec/kubernetes/autoScaling/scalingPolicies";
  private static final int TRIES = 3;

  /** The service as it may be applied: without a count that is not the request's to say. */
  ObjectNode kept(ObjectNode service, Consumer<String> note) {
    JsonNode live = live(service);
    boolean scaled = isScaled(service) || isScaled(live) && ours(live, "f:kubernetes") == null;
    JsonNode named = service.path("spec").path(COUNT);
    if (live.isMissingNode() || !scaled && !named.isMissingNode()) {
      return service;
    }
    if (!named.isMissingNode()) {
      note.accept(
          "desiredCount: the service scales by its policies; the document's %s is left out and %s stays."
              .formatted(named.asText(), live.path("spec").path(COUNT).asText("1")));
    }
    disown(service, live);
    ObjectNode kept = service.deepCopy();
    kept.withObject("/spec").remove(COUNT);
    return kept;
  }

  /** What an earlier apply of ours named and this one does not, the API server would reset. */
  private void disown(ObjectNode service, JsonNode first) {
    JsonNode live = first;
    for (int left = TRIES; ours(live, "f:" + COUNT) != null; left--) {
      ArrayNode patch = Mappers.json().createArrayNode();
      patch
          .addObject()
          .put("op", "test")
          .put("path", "/metadata/resourceVersion")
          .set("value", live.at("/metadata/resourceVersion"));
      patch.addObject().put("op", "remove").put("path", ours(live, "f:" + COUNT));
      try {
        resource(service).patch(PatchContext.of(PatchType.JSON), patch.toString());
        return;
      } catch (KubernetesClientException changedMeanwhile) {
        if (left == 1) {
          throw changedMeanwhile;
        }
        live = live(service);
      }
    }
  }

  private JsonNode live(ObjectNode service) {
    GenericKubernetesResource live = resource(service).get();
    return live == null ? Mappers.json().missingNode() : Mappers.json().valueToTree(live);
  }

  private Resource<GenericKubernetesResource> resource(ObjectNode service) {
    return client
        .genericKubernetesResources("ecs.longshore.dev/v1", "Service")
        .inNamespace(namespace)
        .withName(service.at("/metadata/name").asText());
  }

  private static boolean isScaled(JsonNode service) {
    return !service.at(POLICIES).isEmpty();
  }

  /** JSON pointer of our ownership of a member of the spec, or null when it is not ours. */
  private static @Nullable String ours(JsonNode live, String member) {
    JsonNode entries = live.at("/metadata/managedFields");
    for (int i = 0; i < entries.size(); i++) {
      boolean apply = entries.get(i).path("operation").asText().equals("Apply");
      boolean cli = entries.get(i).path("manager").asText().equals(Applied.MANAGER);
      if (apply && cli && entries.get(i).at("/fieldsV1/f:spec").has(member)) {
        return "/metadata/managedFields/%d/fieldsV1/f:spec/%s".formatted(i, member);
      }
    }
    return null;
  }
}
