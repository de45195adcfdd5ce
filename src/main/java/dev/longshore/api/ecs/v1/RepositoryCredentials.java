package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code RepositoryCredentials}, {@code repositoryCredentials} of {@code
 * ContainerDefinition}: credentials for a private registry; becomes an image pull secret of the
 * pod.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RepositoryCredentials(
    @JsonPropertyDescription(
            "ARN or name of the secret with user name and password of the registry.")
        @Required
        @Size(min = 1)
        @Nullable String credentialsParameter) {}
