package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.DockerVolumeConfiguration;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DockerVolumeConfiguration. The local driver's own volumes are scratch space for scope task and a
 * claim for scope shared; its mounts of NFS and memory, and other drivers, become their like.
 */
final class DockerVolumes implements VolumeKind {
  private static final String BASE = "volumes[].dockerVolumeConfiguration";
  private static final String LOCAL = "local";
  private static final Set<String> NFS = Set.of("nfs", "nfs4");

  private static final String CLAIM =
      "a claim, by bindings.volumes or named after the volume; tasks wait until it exists";

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(BASE, "volumes[].emptyDir"),
        FieldRule.exact(BASE + ".scope", "volumes[].emptyDir")
            .except(when("shared", FidelityClass.EQUIVALENT, CLAIM)),
        FieldRule.approximated(
                BASE + ".autoprovision", "", "the claim is not made; tasks wait until it exists")
            .except(
                new FieldRule.Exception(
                    "false", (value, document) -> !value.asBoolean(), FidelityClass.EXACT, "")),
        FieldRule.equivalent(BASE + ".driver", "volumes[].persistentVolumeClaim", CLAIM)
            .except(when(LOCAL, FidelityClass.EXACT, "")),
        driverOpts(),
        FieldRule.ignored(BASE + ".labels", "volumes of a pod have no labels"));
  }

  private static FieldRule driverOpts() {
    return FieldRule.equivalent(
            BASE + ".driverOpts",
            "volumes[].nfs or emptyDir",
            "type nfs is an NFS volume and tmpfs is memory; options of another driver are for"
                + " the claim's maker")
        .rejecting(
            "a path of the node's system",
            (value, document) ->
                value.asText().startsWith("/") && HostVolumes.isSystem(value.asText()),
            "Pod Security baseline forbids paths of the node, and no claim has what is in this"
                + " one; remove the volume")
        .rejecting(
            "type nfs without a server, or with a path that is not absolute",
            new FieldRule.AtPath(
                (document, path) -> path.endsWith(".type") && !isExport(document, path)),
            "an NFS volume needs a server and a path that starts with '/': give o: addr=SERVER and"
                + " device: :/PATH");
  }

  /** Whether driverOpts, if they mean NFS, say all that Kubernetes needs. */
  private static boolean isExport(JsonNode document, String path) {
    String volume = path.substring(0, path.indexOf(']')).replace('[', '/');
    JsonNode docker = document.at("/" + volume + "/dockerVolumeConfiguration");
    Map<String, String> options = new HashMap<>();
    docker
        .path("driverOpts")
        .properties()
        .forEach(option -> options.put(option.getKey(), option.getValue().asText()));
    if (!NFS.contains(options.getOrDefault("type", ""))
        || !docker.path("driver").asText(LOCAL).equals(LOCAL)) {
      return true;
    }
    Export export = Export.of(options);
    return !export.server().isEmpty() && export.path().startsWith("/");
  }

  /** What is mounted, by mount(8)'s options. */
  private record Export(String server, String path) {
    static Export of(Map<String, String> options) {
      String device = options.getOrDefault("device", "");
      String path = device.substring(device.indexOf(':') + 1);
      String server = device.indexOf(':') > 0 ? device.substring(0, device.indexOf(':')) : "";
      return new Export(
          requireNonNullElse(mountOption(options, "addr"), server), path.isEmpty() ? "/" : path);
    }
  }

  private static FieldRule.Exception when(String text, FidelityClass classification, String note) {
    return new FieldRule.Exception(
        text, (value, document) -> value.asText().equals(text), classification, note);
  }

  @Override
  public boolean claims(dev.longshore.api.ecs.v1.Volume volume) {
    return volume.dockerVolumeConfiguration() != null;
  }

  @Override
  public Volume render(dev.longshore.api.ecs.v1.Volume volume, PodInputs inputs) {
    var docker = requireNonNull(volume.dockerVolumeConfiguration());
    String name = requireNonNull(volume.name());
    String device = option(docker, "device");
    if (!requireNonNullElse(docker.driver(), LOCAL).equals(LOCAL)) {
      boolean named = inputs.references().volume(name).isPresent();
      boolean driver = inputs.references().volume(docker.driver()).isPresent();
      return BoundVolume.of(!named && driver ? requireNonNull(docker.driver()) : name, inputs);
    }
    return switch (option(docker, "type")) {
      case "nfs", "nfs4" -> nfs(docker);
      case "tmpfs" -> memory(docker);
      default ->
          device.startsWith("/")
              ? BoundVolume.of(device, inputs)
              : "shared".equals(docker.scope())
                  ? BoundVolume.of(name, inputs)
                  : new VolumeBuilder().withNewEmptyDir().endEmptyDir().build();
    };
  }

  private static Volume nfs(DockerVolumeConfiguration docker) {
    Export export = Export.of(docker.driverOpts());
    return new VolumeBuilder()
        .withNewNfs()
        .withServer(export.server())
        .withPath(export.path())
        .withReadOnly(List.of(option(docker, "o").split(",")).contains("ro") ? true : null)
        .endNfs()
        .build();
  }

  private static Volume memory(DockerVolumeConfiguration docker) {
    String size = requireNonNullElse(mountOption(docker.driverOpts(), "size"), "");
    var memory = new VolumeBuilder().withNewEmptyDir().withMedium("Memory");
    if (size.matches("\\d+[kmg]?")) {
      // mount(8) counts in powers of two, as Ki, Mi and Gi do
      String unit = size.replaceAll("\\d", "").toUpperCase(Locale.ROOT);
      memory.withNewSizeLimit(size.replaceAll("\\D", "") + (unit.isEmpty() ? "" : unit + "i"));
    }
    return memory.endEmptyDir().build();
  }

  private static @Nullable String mountOption(Map<String, String> options, String name) {
    for (String part : options.getOrDefault("o", "").split(",")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return null;
  }

  private static String option(DockerVolumeConfiguration docker, String name) {
    return docker.driverOpts().getOrDefault(name, "");
  }
}
