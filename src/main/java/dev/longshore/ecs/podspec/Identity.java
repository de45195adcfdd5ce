package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.bindings.AwsReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which ServiceAccount a pod runs as: only one that the platform owner bound to a task role, for
 * the API server lets whoever makes pods in a namespace be any account of it.
 */
final class Identity {
  private static final List<String> CREDENTIALS = List.of("serviceAccountToken", "podCertificate");
  private static final String REMEDY =
      "; bind it to a role in Cluster.spec.kubernetes.bindings.taskRoles and set taskRoleArn, or"
          + " remove it.";

  private Identity() {}

  /** What of the pod's identity nobody granted, each with its field. */
  static Stream<String> problems(JsonNode pod, AwsReferences references) {
    JsonNode spec = pod.path("spec");
    List<String> problems = new ArrayList<>();
    // the API server takes the old name of the member, too
    for (String member : List.of("serviceAccountName", "serviceAccount")) {
      String account = spec.path(member).asText();
      if (!account.isEmpty() && !account.equals("default") && !references.isBound(account)) {
        problems.add(
            "spec.%s: the cluster binds no task role to ServiceAccount '%s'%s"
                .formatted(member, account, REMEDY));
      }
    }
    if (problems.isEmpty() && !references.isBound(account(spec))) {
      problems.addAll(credentials(spec));
    }
    return problems.stream();
  }

  private static String account(JsonNode spec) {
    String name = spec.path("serviceAccountName").asText(spec.path("serviceAccount").asText());
    return name.isEmpty() ? "default" : name;
  }

  /** Ways to get a token of an account that is no task role's. */
  private static List<String> credentials(JsonNode spec) {
    List<String> problems = new ArrayList<>();
    JsonNode automount = spec.path("automountServiceAccountToken");
    if (!automount.isBoolean() || automount.asBoolean()) {
      problems.add(
          "spec.automountServiceAccountToken: without a task role a task gets no token of a"
              + " ServiceAccount"
              + REMEDY);
    }
    for (JsonNode volume : spec.path("volumes")) {
      for (JsonNode source : volume.path("projected").path("sources")) {
        CREDENTIALS.stream()
            .filter(source::has)
            .map(
                kind ->
                    "spec.volumes[%s].projected.sources: without a task role a task gets no %s%s"
                        .formatted(volume.path("name").asText(), kind, REMEDY))
            .forEach(problems::add);
      }
    }
    return problems;
  }
}
