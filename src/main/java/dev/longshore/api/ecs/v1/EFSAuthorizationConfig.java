package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code EFSAuthorizationConfig}, {@code authorizationConfig} of {@code
 * EFSVolumeConfiguration}: access point and role for the mount.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EFSAuthorizationConfig(
    @JsonPropertyDescription(
            "Access point to mount through; rootDirectory must then be empty or /.")
        @Nullable String accessPointId,
    @JsonPropertyDescription(
            "Whether the task role authorises the mount; default DISABLED, needs transit encryption.")
        @SchemaFrom(type = EFSAuthorizationConfigIAM.class)
        @Nullable String iam) {}
