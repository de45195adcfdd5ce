package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code ContainerImage}: which image a container of a deployment runs. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContainerImage(
    @JsonPropertyDescription("Name of the container.") @Nullable String containerName,
    @JsonPropertyDescription("Image as the definition names it.") @Nullable String image,
    @JsonPropertyDescription("Digest that the node pulled.") @Nullable String imageDigest) {}
