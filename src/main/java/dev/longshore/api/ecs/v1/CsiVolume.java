package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A volume that a CSI driver makes for each pod (inline); it has no Secret of its own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CsiVolume(
    @JsonPropertyDescription("Driver, such as efs.csi.aws.com; it must take inline volumes.")
        @Required
        @Size(min = 1, max = 63)
        @Nullable String driver,
    @JsonPropertyDescription("Whether no container may write to it; default false.")
        @Nullable Boolean readOnly,
    @JsonPropertyDescription("File system to mount; default is the driver's.")
        @Nullable String fsType,
    @JsonPropertyDescription("What the driver wants to know.")
        Map<String, String> volumeAttributes) {

  public CsiVolume {
    volumeAttributes = Copies.of(volumeAttributes);
  }
}
