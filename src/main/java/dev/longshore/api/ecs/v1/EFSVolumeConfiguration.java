package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code EFSVolumeConfiguration}, {@code efsVolumeConfiguration} of {@code Volume}:
 * directory of an Elastic File System.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.authorizationConfig) || !has(self.authorizationConfig.accessPointId) || !has(self.rootDirectory) || self.rootDirectory in ['', '/']",
    message = "rootDirectory must be omitted or set to / when an access point is specified.")
@ValidationRule(
    value =
        "!has(self.authorizationConfig) || !(has(self.authorizationConfig.accessPointId) || (has(self.authorizationConfig.iam) && self.authorizationConfig.iam == 'ENABLED')) || (has(self.transitEncryption) && self.transitEncryption == 'ENABLED')",
    message =
        "transitEncryption must be ENABLED when an access point or IAM authorization is used.")
public record EFSVolumeConfiguration(
    @JsonPropertyDescription("Identifier of the file system.") @Required @Size(min = 1)
        @Nullable String fileSystemId,
    @JsonPropertyDescription("Directory that becomes the volume's root; default /.")
        @Nullable String rootDirectory,
    @JsonPropertyDescription("Whether data is encrypted between node and server; default DISABLED.")
        @SchemaFrom(type = EFSTransitEncryption.class)
        @Nullable String transitEncryption,
    @JsonPropertyDescription("Local port of the encrypted connection; absent means one is chosen.")
        @Min(1)
        @Max(65535)
        @Nullable Integer transitEncryptionPort,
    @JsonPropertyDescription("Access point and role for the mount.")
        @Nullable EFSAuthorizationConfig authorizationConfig) {}
