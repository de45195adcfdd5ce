package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code FSxWindowsFileServerAuthorizationConfig}, {@code authorizationConfig} of
 * {@code FSxWindowsFileServerVolumeConfiguration}: credentials of the share.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FSxWindowsFileServerAuthorizationConfig(
    @JsonPropertyDescription("Secret or parameter with the user name and password of the share.")
        @Required
        @Size(min = 1)
        @Nullable String credentialsParameter,
    @JsonPropertyDescription("Active Directory domain.") @Required @Size(min = 1)
        @Nullable String domain) {}
