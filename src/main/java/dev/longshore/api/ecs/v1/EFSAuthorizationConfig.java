package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code EFSAuthorizationConfig}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EFSAuthorizationConfig(
    @Nullable String accessPointId,
    @SchemaFrom(type = EFSAuthorizationConfigIAM.class) @Nullable String iam) {}
