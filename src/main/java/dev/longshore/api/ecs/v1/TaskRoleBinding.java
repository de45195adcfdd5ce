package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TaskRoleBinding}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskRoleBinding(@Nullable String roleArn, @Nullable String serviceAccountName) {}
