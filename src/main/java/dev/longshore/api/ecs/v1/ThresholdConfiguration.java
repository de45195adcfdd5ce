package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ThresholdConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ThresholdConfiguration(
    @SchemaFrom(type = ThresholdType.class) @Nullable String type, @Nullable Integer value) {}
