package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ExecuteCommandLogConfiguration}, {@code logConfiguration} of {@code
 * ExecuteCommandConfiguration}: log destination of sessions; needed when logging is OVERRIDE.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExecuteCommandLogConfiguration(
    @JsonPropertyDescription("Log group that receives the session output.")
        @Nullable String cloudWatchLogGroupName,
    @JsonPropertyDescription("Whether the log group is encrypted; default false.")
        @Nullable Boolean cloudWatchEncryptionEnabled,
    @JsonPropertyDescription("Bucket that receives the session output.")
        @Nullable String s3BucketName,
    @JsonPropertyDescription("Whether the bucket's objects are encrypted.")
        @Nullable Boolean s3EncryptionEnabled,
    @JsonPropertyDescription("Folder in the bucket.") @Nullable String s3KeyPrefix) {}
