package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code EBSTagSpecification}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EBSTagSpecification(
    @SchemaFrom(type = EBSResourceType.class) @Nullable String resourceType,
    List<Tag> tags,
    @SchemaFrom(type = PropagateTags.class) @Nullable String propagateTags) {

  public EBSTagSpecification {
    tags = Copies.of(tags);
  }
}
