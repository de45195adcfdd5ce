package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code EBSTagSpecification}, {@code tagSpecifications} of {@code
 * ServiceManagedEBSVolumeConfiguration}: tags of the volume.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EBSTagSpecification(
    @JsonPropertyDescription("Kind of resource to tag: volume.")
        @Required
        @SchemaFrom(type = EBSResourceType.class)
        @Nullable String resourceType,
    @JsonPropertyDescription("Up to 50 tags of the volume.") @Size(max = 50) List<Tag> tags,
    @JsonPropertyDescription(
            "Whether the volume gets the tags of the task definition or the service too.")
        @SchemaFrom(type = PropagateTags.class)
        @Nullable String propagateTags) {

  public EBSTagSpecification {
    tags = Copies.of(tags);
  }
}
