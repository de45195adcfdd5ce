package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code PortMapping}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PortMapping(
    @Nullable Integer containerPort,
    @Nullable Integer hostPort,
    @SchemaFrom(type = TransportProtocol.class) @Nullable String protocol,
    @Nullable String name,
    @SchemaFrom(type = ApplicationProtocol.class) @Nullable String appProtocol,
    @Nullable String containerPortRange) {}
