package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code EnvironmentFile}, {@code environmentFiles} of {@code ContainerDefinition}:
 * files with NAME=value lines, at most 10; environment wins over them.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EnvironmentFile(
    @JsonPropertyDescription("ARN of the object that holds the file; its name must end in .env.")
        @Required
        @Size(min = 1)
        @Nullable String value,
    @JsonPropertyDescription("Kind of store: s3 is the only one.")
        @Required
        @SchemaFrom(type = EnvironmentFileType.class)
        @Nullable String type) {}
