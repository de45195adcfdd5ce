package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ClusterServiceConnectDefaultsRequest}, {@code serviceConnectDefaults} of
 * {@code ClusterSpec}: service Connect defaults of this cluster.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterServiceConnectDefaultsRequest(
    @JsonPropertyDescription("Service Connect namespace of services that name none.") @Required
        @Nullable String namespace) {}
