package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code DeploymentController}, {@code deploymentController} of {@code ServiceSpec}:
 * who makes deployments; only ECS is possible here.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeploymentController(
    @JsonPropertyDescription("ECS (default); CODE_DEPLOY and EXTERNAL cannot be done here.")
        @Required
        @SchemaFrom(type = DeploymentControllerType.class)
        @Nullable String type) {}
