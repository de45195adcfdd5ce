package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ExecuteCommandLogConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExecuteCommandLogConfiguration(
    @Nullable String cloudWatchLogGroupName,
    @Nullable Boolean cloudWatchEncryptionEnabled,
    @Nullable String s3BucketName,
    @Nullable Boolean s3EncryptionEnabled,
    @Nullable String s3KeyPrefix) {}
