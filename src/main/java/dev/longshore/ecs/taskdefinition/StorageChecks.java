package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Members of a volume that exclude or need each other: API shapes {@code EFSVolumeConfiguration},
 * {@code DockerVolumeConfiguration} and {@code Volume.configuredAtLaunch}.
 */
final class StorageChecks implements Check {
  private static final Set<String> ROOT = Set.of("", "/");
  private static final String ENABLED = "ENABLED";

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    JsonNode volumes = definition.path("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      String path = "volumes[" + i + "]";
      JsonNode volume = volumes.get(i);
      launch(path, volume, errors);
      docker(path + ".dockerVolumeConfiguration", volume.path("dockerVolumeConfiguration"), errors);
      efs(path + ".efsVolumeConfiguration", volume.path("efsVolumeConfiguration"), errors);
    }
    return errors;
  }

  private static void launch(String path, JsonNode volume, List<ValidationError> errors) {
    // name and configuredAtLaunch are all that such a volume can have
    if (volume.path("configuredAtLaunch").asBoolean() && volume.size() > 2) {
      errors.add(
          new ValidationError(
              path + ".configuredAtLaunch",
              "A volume that is configured at launch has no other configuration; remove one."));
    }
  }

  private static void docker(String path, JsonNode docker, List<ValidationError> errors) {
    if (docker.path("autoprovision").asBoolean()
        && !docker.path("scope").asText().equals("shared")) {
      errors.add(
          new ValidationError(
              path + ".autoprovision", "autoprovision can be used only when scope is shared."));
    }
  }

  private static void efs(String path, JsonNode efs, List<ValidationError> errors) {
    JsonNode authorization = efs.path("authorizationConfig");
    boolean accessPoint = authorization.has("accessPointId");
    if (accessPoint && !ROOT.contains(efs.path("rootDirectory").asText())) {
      errors.add(
          new ValidationError(
              path + ".rootDirectory",
              "rootDirectory must be omitted or set to / when an access point is specified."));
    }
    boolean authorized = accessPoint || authorization.path("iam").asText().equals(ENABLED);
    if (authorized && !efs.path("transitEncryption").asText().equals(ENABLED)) {
      errors.add(
          new ValidationError(
              path + ".transitEncryption",
              "transitEncryption must be ENABLED when an access point or IAM authorization is used."));
    }
  }
}
