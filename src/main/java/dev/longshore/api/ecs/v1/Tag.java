package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** ECS API shape {@code Tag}, {@code tags} of {@code CapacityProviderSpec}: up to 50 tags. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Tag(
    @JsonPropertyDescription("Key of the tag, 1 to 128 characters; the prefix aws: is reserved.")
        @Required
        @Size(min = 1, max = 128)
        @ValidationRule(
            value = "!self.lowerAscii().startsWith('aws:')",
            message = "Tag keys starting with 'aws:' are reserved.")
        @Nullable String key,
    @JsonPropertyDescription("Value of the tag, at most 256 characters.") @Size(max = 256)
        @Nullable String value) {}
