package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceConnectAccessLogConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectAccessLogConfiguration(
    @SchemaFrom(type = ServiceConnectAccessLoggingFormat.class) @Nullable String format,
    @SchemaFrom(type = ServiceConnectIncludeQueryParameters.class)
        @Nullable String includeQueryParameters) {}
