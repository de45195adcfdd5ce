package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import dev.longshore.api.ecs.v1.CsiVolume;
import dev.longshore.api.ecs.v1.VolumeBinding;
import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.CSIVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume that exists apart from the pod: what the cluster binds the source to, else the claim
 * that convention names after it. A claim that is missing keeps the task waiting until it appears.
 */
final class BoundVolume {
  /** GiB that ECS gives a task when nobody says. */
  private static final int SIZE = 20;

  private BoundVolume() {}

  /**
   * The volume for a source.
   *
   * @param source file system, Docker volume or node path, as the definition names it
   */
  static Volume of(String source, PodInputs inputs) {
    return inputs
        .references()
        .volume(source)
        .map(BoundVolume::bound)
        .orElseGet(() -> claim(convention(source)));
  }

  /** A claim for each task, which ends with it. */
  static Volume perTask(LaunchVolume wanted, @Nullable String storageClass) {
    var spec =
        new PersistentVolumeClaimSpecBuilder()
            .withAccessModes("ReadWriteOnce")
            .withStorageClassName(storageClass)
            .withNewResources()
            .withRequests(Map.of("storage", size(wanted.sizeInGiB())))
            .endResources();
    if (wanted.snapshotId() != null) {
      spec.withNewDataSource(
          "snapshot.storage.k8s.io", "VolumeSnapshot", Names.dnsLabel(wanted.snapshotId()));
    }
    return new VolumeBuilder()
        .withNewEphemeral()
        .withNewVolumeClaimTemplate()
        .withSpec(spec.build())
        .endVolumeClaimTemplate()
        .endEphemeral()
        .build();
  }

  private static Volume bound(VolumeBinding binding) {
    if (binding.nfs() != null) {
      return new VolumeBuilder()
          .withNewNfs()
          .withServer(binding.nfs().server())
          .withPath(binding.nfs().path())
          .endNfs()
          .build();
    }
    if (binding.csi() != null) {
      return new VolumeBuilder().withCsi(inline(binding.csi())).build();
    }
    return binding.storageClassName() != null
        ? perTask(new LaunchVolume("", binding.sizeInGiB(), null, null), binding.storageClassName())
        : claim(requireNonNullElse(binding.claimName(), ""));
  }

  private static CSIVolumeSource inline(CsiVolume csi) {
    return new CSIVolumeSourceBuilder()
        .withDriver(csi.driver())
        .withFsType(csi.fsType())
        .withReadOnly(csi.readOnly())
        .withVolumeAttributes(csi.volumeAttributes().isEmpty() ? null : csi.volumeAttributes())
        .build();
  }

  private static Volume claim(String name) {
    return new VolumeBuilder().withNewPersistentVolumeClaim(name, null).build();
  }

  /** The last words of an ARN, a path or a name: {@code /mnt/data} reads {@code mnt-data}. */
  private static String convention(String source) {
    String resource =
        source.startsWith("arn:") ? source.substring(source.lastIndexOf('/') + 1) : source;
    return Names.dnsLabel(
        Arrays.stream(resource.split("/")).filter(s -> !s.isEmpty()).toArray(String[]::new));
  }

  private static Quantity size(@Nullable Integer sizeInGiB) {
    return new Quantity(Integer.toString(requireNonNullElse(sizeInGiB, SIZE)), "Gi");
  }
}
