package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code EFSVolumeConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EFSVolumeConfiguration(
    @Nullable String fileSystemId,
    @Nullable String rootDirectory,
    @SchemaFrom(type = EFSTransitEncryption.class) @Nullable String transitEncryption,
    @Nullable Integer transitEncryptionPort,
    @Nullable EFSAuthorizationConfig authorizationConfig) {}
