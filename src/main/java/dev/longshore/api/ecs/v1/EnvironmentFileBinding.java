package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Which ConfigMap or Secret holds the variables of an environment file. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "has(self.configMapName) != has(self.secretName)",
    message = "Give configMapName or secretName, and not both.")
public record EnvironmentFileBinding(
    @JsonPropertyDescription("ARN of the file, as task definitions write it.")
        @Required
        @Size(min = 1)
        @Nullable String value,
    @JsonPropertyDescription("ConfigMap in this namespace with one key for each variable.")
        @Size(max = 253)
        @Nullable String configMapName,
    @JsonPropertyDescription("Secret in this namespace with one key for each variable.")
        @Size(max = 253)
        @Nullable String secretName) {}
