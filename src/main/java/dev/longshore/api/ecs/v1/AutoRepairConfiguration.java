package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code AutoRepairConfiguration}, {@code autoRepairConfiguration} of {@code
 * CreateManagedInstancesProviderConfiguration}: whether impaired instances are repaired.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AutoRepairConfiguration(
    @JsonPropertyDescription("Whether impaired instances are replaced without asking.")
        @SchemaFrom(type = AutoRepairActionsStatus.class)
        @Nullable String actionsStatus) {}
