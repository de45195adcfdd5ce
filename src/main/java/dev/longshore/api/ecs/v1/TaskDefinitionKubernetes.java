package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TaskDefinitionKubernetes}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionKubernetes(
    @SchemaFrom(type = ImagePullPolicy.class) @Nullable String imagePullPolicy,
    @SchemaFrom(type = RevisionDesiredStatus.class) @Nullable String desiredStatus) {}
