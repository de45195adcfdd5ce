package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** One hook that a deployment waits for or has passed. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LifecycleHookDetail(
    @JsonPropertyDescription("What ContinueServiceDeployment names.") @Nullable String hookId,
    @JsonPropertyDescription("Stage at which it is.") @Nullable String lifecycleStage,
    @JsonPropertyDescription("AWAITING_ACTION.") @Nullable String status,
    @JsonPropertyDescription("When its time-out acts.") @Nullable String expiresAt,
    @JsonPropertyDescription("What the time-out does: ROLLBACK or CONTINUE.")
        @Nullable String timeoutAction) {}
