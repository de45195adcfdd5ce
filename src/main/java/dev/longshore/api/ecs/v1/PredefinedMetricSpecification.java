package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code PredefinedMetricSpecification}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PredefinedMetricSpecification(
    @SchemaFrom(type = MetricType.class) @Nullable String predefinedMetricType,
    @Nullable String resourceLabel) {}
