package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code TimeoutConfiguration}, {@code timeout} of {@code ServiceConnectService}:
 * time-outs of the proxy.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TimeoutConfiguration(
    @JsonPropertyDescription(
            "Idle seconds until a connection closes, 0 is never; default 300, 3600 for TCP.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer idleTimeoutSeconds,
    @JsonPropertyDescription("Seconds a request may take, 0 is no limit; default 15, not for TCP.")
        @Min(0)
        @Max(2147483647)
        @Nullable Integer perRequestTimeoutSeconds) {}
