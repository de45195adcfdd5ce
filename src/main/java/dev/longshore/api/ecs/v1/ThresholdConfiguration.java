package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ThresholdConfiguration}, {@code thresholdConfiguration} of {@code
 * DeploymentCircuitBreaker}: how many failed tasks trip the breaker.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "(has(self.type) && self.type == 'COUNT') || !has(self.value) || self.value <= 100",
    message = "value must be between 1 and 100 for a percent threshold.",
    fieldPath = ".value")
public record ThresholdConfiguration(
    @JsonPropertyDescription(
            "BOUNDED_PERCENT (default: 3 to 200 tasks), UNBOUNDED_PERCENT or COUNT.")
        @SchemaFrom(type = ThresholdType.class)
        @Nullable String type,
    @JsonPropertyDescription(
            "Percent of desiredCount (1 to 100, default 50), or the number of tasks for COUNT.")
        @Min(1)
        @Nullable Integer value) {}
