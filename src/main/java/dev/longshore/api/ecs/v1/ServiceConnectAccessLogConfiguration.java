package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectAccessLogConfiguration}, {@code accessLogConfiguration} of
 * {@code ServiceConnectConfiguration}: access log of the proxy.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectAccessLogConfiguration(
    @JsonPropertyDescription("TEXT or JSON.")
        @Required
        @SchemaFrom(type = ServiceConnectAccessLoggingFormat.class)
        @Nullable String format,
    @JsonPropertyDescription("Whether query parameters are logged; default DISABLED.")
        @SchemaFrom(type = ServiceConnectIncludeQueryParameters.class)
        @Nullable String includeQueryParameters) {}
