package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CreateManagedInstancesProviderConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CreateManagedInstancesProviderConfiguration(
    @Nullable String infrastructureRoleArn,
    @Nullable InstanceLaunchTemplate instanceLaunchTemplate,
    @SchemaFrom(type = PropagateMITags.class) @Nullable String propagateTags,
    @Nullable InfrastructureOptimization infrastructureOptimization,
    @Nullable AutoRepairConfiguration autoRepairConfiguration) {}
