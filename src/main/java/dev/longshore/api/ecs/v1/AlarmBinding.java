package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What the name of a deployment alarm stands for. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "has(self.expression) != has(self.condition)",
    message = "Give one of expression and condition.")
public record AlarmBinding(
    @JsonPropertyDescription("Name of the alarm, as services write it.")
        @Required
        @Size(min = 1, max = 255)
        @Nullable String alarmName,
    @JsonPropertyDescription(
            "Prometheus expression; it is in ALARM while the expression has a result, as an alerting rule is.")
        @Size(min = 1, max = 4096)
        @Nullable String expression,
    @JsonPropertyDescription("Condition of an object in this namespace.")
        @Nullable AlarmCondition condition) {}
