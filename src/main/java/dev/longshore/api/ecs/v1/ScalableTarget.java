package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * Application Auto Scaling's RegisterScalableTarget for {@code ecs:service:DesiredCount}: bounds of
 * the task count.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "self.minCapacity <= self.maxCapacity",
    message = "Minimum capacity cannot be greater than maximum capacity.",
    fieldPath = ".minCapacity")
public record ScalableTarget(
    @JsonPropertyDescription("Fewest tasks, 0 or more.") @Required @Min(0)
        @Nullable Integer minCapacity,
    @JsonPropertyDescription("Most tasks.") @Required @Min(0) @Nullable Integer maxCapacity,
    @JsonPropertyDescription("Kinds of scaling that are paused.")
        @Nullable SuspendedState suspendedState) {}
