package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** volumes, mountPoints and volumesFrom: one kind each, and references that exist. */
final class VolumeChecks implements Check {
  private static final List<String> KINDS =
      List.of(
          "host",
          "dockerVolumeConfiguration",
          "efsVolumeConfiguration",
          "s3filesVolumeConfiguration",
          "fsxWindowsFileServerVolumeConfiguration");

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    JsonNode list = definition.path("volumes");
    Set<String> volumes = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode volume = list.get(i);
      volumes.add(volume.path("name").asText());
      if (KINDS.stream().filter(volume::has).count() > 1) {
        errors.add(
            new ValidationError(
                "volumes[" + i + "]",
                "A volume has one configuration only; keep one of " + KINDS + "."));
      }
    }
    Set<String> containers = new HashSet<>();
    Definition.containers(definition).forEach(container -> containers.add(container.name()));
    for (Container container : Definition.containers(definition)) {
      mounts(container, volumes, errors);
      sources(container, containers, errors);
    }
    return errors;
  }

  private static void mounts(
      Container container, Set<String> volumes, List<ValidationError> errors) {
    JsonNode mounts = container.node().path("mountPoints");
    for (int i = 0; i < mounts.size(); i++) {
      String member = "mountPoints[" + i + "]";
      String volume = mounts.get(i).path("sourceVolume").asText();
      if (!volumes.contains(volume)) {
        errors.add(
            container.error(
                member + ".sourceVolume",
                "Unknown volume '" + volume + "'; add it to 'volumes' or name another."));
      }
      if (!mounts.get(i).has("containerPath")) {
        errors.add(
            container.error(
                member + ".containerPath",
                "MountPoint.containerPath should not be null or empty."));
      }
    }
  }

  private static void sources(
      Container container, Set<String> containers, List<ValidationError> errors) {
    JsonNode sources = container.node().path("volumesFrom");
    for (int i = 0; i < sources.size(); i++) {
      String source = sources.get(i).path("sourceContainer").asText();
      if (!containers.contains(source) || source.equals(container.name())) {
        errors.add(
            container.error(
                "volumesFrom[" + i + "].sourceContainer",
                "Unknown source container '" + source + "'; name another container of the task."));
      }
    }
  }
}
