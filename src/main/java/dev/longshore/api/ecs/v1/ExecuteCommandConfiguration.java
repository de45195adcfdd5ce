package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ExecuteCommandConfiguration}, {@code executeCommandConfiguration} of {@code
 * ClusterConfiguration}: how ECS Exec sessions are logged and encrypted.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "!has(self.logging) || self.logging != 'OVERRIDE' || has(self.logConfiguration)",
    message = "logConfiguration must be specified when logging is OVERRIDE.")
public record ExecuteCommandConfiguration(
    @JsonPropertyDescription("Key that encrypts the data of a session.") @Nullable String kmsKeyId,
    @JsonPropertyDescription(
            "Where session output goes: NONE, DEFAULT (the task's logs) or OVERRIDE (logConfiguration).")
        @SchemaFrom(type = ExecuteCommandLogging.class)
        @Nullable String logging,
    @JsonPropertyDescription("Log destination of sessions; needed when logging is OVERRIDE.")
        @Nullable ExecuteCommandLogConfiguration logConfiguration) {}
