package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which key of which Secret the {@code valueFrom} of an ECS secret stands for. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretBinding(
    @JsonPropertyDescription("ARN or parameter name, as task definitions write it.")
        @Required
        @Size(min = 1)
        @Nullable String valueFrom,
    @JsonPropertyDescription("Secret in this namespace that holds the value.")
        @Required
        @Size(min = 1, max = 253)
        @Nullable String secretName,
    @JsonPropertyDescription(
            "Key in the Secret; absent means the key that the valueFrom itself names.")
        @Size(min = 1, max = 253)
        @Pattern("^[-._a-zA-Z0-9]+$")
        @Nullable String key) {}
