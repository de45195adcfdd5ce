package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectClientAlias}, {@code clientAliases} of {@code
 * ServiceConnectService}: name and port that clients use, at most 1.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectClientAlias(
    @JsonPropertyDescription("Port that clients use, 0 to 65535.") @Required @Min(0) @Max(65535)
        @Nullable Integer port,
    @JsonPropertyDescription(
            "Name that clients use, at most 127 characters; default is discoveryName.namespace.")
        @Pattern("^[a-z0-9_.-]{0,127}$")
        @Size(max = 127)
        @Nullable String dnsName,
    @JsonPropertyDescription("Which requests count as test traffic while traffic shifts.")
        @Nullable ServiceConnectTestTrafficRules testTrafficRules) {}
