package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What a volume of AWS or of the node is in this namespace. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "[has(self.claimName), has(self.nfs), has(self.storageClassName),"
            + " has(self.csi)].filter(given, given).size() == 1",
    message = "Give one of claimName, nfs, storageClassName and csi.")
public record VolumeBinding(
    @JsonPropertyDescription(
            "Access point, file system (id or ARN), Docker volume or driver, node path or EBS"
                + " type.")
        @Required
        @Size(min = 1)
        @Nullable String source,
    @JsonPropertyDescription("PersistentVolumeClaim in this namespace; outlives the task.")
        @Size(min = 1, max = 253)
        @Nullable String claimName,
    @JsonPropertyDescription("NFS export that is mounted directly.") @Nullable NfsExport nfs,
    @JsonPropertyDescription("StorageClass of a claim made for each task; ends with the task.")
        @Size(max = 253)
        @Nullable String storageClassName,
    @JsonPropertyDescription(
            "Size of such a claim in GiB, where the task does not say; default 20.")
        @Min(1)
        @Max(16384)
        @Nullable Integer sizeInGiB,
    @JsonPropertyDescription("Volume that a CSI driver makes for each pod; ends with it.")
        @Nullable CsiVolume csi) {}
