package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * {@code earlySuccessCriteria} of {@code DeploymentConfiguration}, as the ECS developer guide tells
 * of it; the AWS SDK does not have it yet.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EarlySuccessCriteria(
    @JsonPropertyDescription("Whether a deployment may complete before all its tasks are healthy.")
        @Required
        @Nullable Boolean enable,
    @JsonPropertyDescription(
            "Healthy tasks that complete it, in percent of desiredCount rounded up; at least minimumHealthyPercent.")
        @Min(0)
        @Max(100)
        @Nullable Integer healthyPercent,
    @JsonPropertyDescription(
            "Whether the tasks of earlier deployments are to be gone before (BLOCKING, default) or may stop afterwards (DEFERRED).")
        @SchemaFrom(type = SourceServiceRevisionCleanup.class)
        @Nullable String sourceServiceRevisionCleanup) {}
