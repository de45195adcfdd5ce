package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code Ulimit}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ulimit(
    @SchemaFrom(type = UlimitName.class) @Nullable String name,
    @Nullable Integer softLimit,
    @Nullable Integer hardLimit) {}
