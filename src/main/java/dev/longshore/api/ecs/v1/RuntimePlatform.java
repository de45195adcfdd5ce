package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code RuntimePlatform}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuntimePlatform(
    @SchemaFrom(type = CPUArchitecture.class) @Nullable String cpuArchitecture,
    @SchemaFrom(type = OSFamily.class) @Nullable String operatingSystemFamily) {}
