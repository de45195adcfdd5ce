package dev.longshore.ecs.podsecurity;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One row of the table of pods.
 *
 * @param server whether the API server can be asked, too
 */
record ChangedPod(String forbiddenBy, Map<String, JsonNode> change, Boolean server) {
  private static final String POD =
      """
      metadata: {name: app, annotations: {}}
      spec:
        securityContext: {seccompProfile: {type: RuntimeDefault}}
        initContainers:
        - name: first
          image: example/app:1
          securityContext:
            {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        containers:
        - name: app
          image: example/app:1
          securityContext:
            {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        volumes: [{name: data, emptyDir: {}}]
      """;

  static Stream<ChangedPod> table() throws IOException {
    Path file = Path.of("src", "test", "resources", "podsecurity", "pods.yaml");
    return Mappers.yaml()
        .readValue(file.toFile(), new TypeReference<List<ChangedPod>>() {})
        .stream();
  }

  /** Pods that the API server can be asked about. */
  static Stream<ChangedPod> forTheServer() throws IOException {
    return table().filter(it -> it.server() == null || it.server());
  }

  ObjectNode pod() throws IOException {
    ObjectNode pod = (ObjectNode) Mappers.yaml().readTree(POD);
    change.forEach((pointer, value) -> set(pod, JsonPointer.compile(pointer), value));
    return pod;
  }

  private static void set(ObjectNode pod, JsonPointer pointer, JsonNode value) {
    JsonNode parent = parent(pod, pointer.head());
    String name = pointer.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      list.set(pointer.last().getMatchingIndex(), value);
    } else if (value.isNull()) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }

  private static JsonNode parent(ObjectNode pod, JsonPointer pointer) {
    JsonNode found = pod.at(pointer);
    return found.isMissingNode() ? pod.withObject(pointer) : found;
  }

  @Override
  public String toString() {
    return forbiddenBy + " forbids " + change;
  }
}
