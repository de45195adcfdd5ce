package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Application Auto Scaling's shape of that name: which metric a policy tracks. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PredefinedMetricSpecification(
    @JsonPropertyDescription(
            "ECSServiceAverageCPUUtilization, ECSServiceAverageMemoryUtilization or ALBRequestCountPerTarget.")
        @SchemaFrom(type = MetricType.class)
        @Required
        @Nullable String predefinedMetricType,
    @JsonPropertyDescription("Load balancer and target group, for ALBRequestCountPerTarget only.")
        @Nullable String resourceLabel) {}
