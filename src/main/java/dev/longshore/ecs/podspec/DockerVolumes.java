package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.DockerVolumeConfiguration;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * DockerVolumeConfiguration. The local driver's own volumes are scratch space for scope task and a
 * claim for scope shared; its mounts of NFS and memory, and other drivers, become their like.
 */
final class DockerVolumes implements VolumeKind {
  private static final String BASE = "volumes[].dockerVolumeConfiguration";
  private static final String LOCAL = "local";

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
                + " one; remove the volume");
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
      case "nfs", "nfs4" -> nfs(docker, device);
      case "tmpfs" -> memory(docker);
      default ->
          device.startsWith("/")
              ? BoundVolume.of(device, inputs)
              : "shared".equals(docker.scope())
                  ? BoundVolume.of(name, inputs)
                  : new VolumeBuilder().withNewEmptyDir().endEmptyDir().build();
    };
  }

  private static Volume nfs(DockerVolumeConfiguration docker, String device) {
    String export = device.substring(device.indexOf(':') + 1);
    String server = device.indexOf(':') > 0 ? device.substring(0, device.indexOf(':')) : "";
    return new VolumeBuilder()
        .withNewNfs()
        .withServer(requireNonNullElse(mountOption(docker, "addr"), server))
        .withPath(export.isEmpty() ? "/" : export)
        .withReadOnly(List.of(option(docker, "o").split(",")).contains("ro") ? true : null)
        .endNfs()
        .build();
  }

  private static Volume memory(DockerVolumeConfiguration docker) {
    String size = requireNonNullElse(mountOption(docker, "size"), "");
    var memory = new VolumeBuilder().withNewEmptyDir().withMedium("Memory");
    if (size.matches("\\d+[kmg]?")) {
      // mount(8) counts in powers of two, as Ki, Mi and Gi do
      String unit = size.replaceAll("\\d", "").toUpperCase(Locale.ROOT);
      memory.withNewSizeLimit(size.replaceAll("\\D", "") + (unit.isEmpty() ? "" : unit + "i"));
    }
    return memory.endEmptyDir().build();
  }

  private static @Nullable String mountOption(DockerVolumeConfiguration docker, String name) {
    for (String part : option(docker, "o").split(",")) {
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
