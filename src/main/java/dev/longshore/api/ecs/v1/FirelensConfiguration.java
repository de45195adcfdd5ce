package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code FirelensConfiguration}, {@code firelensConfiguration} of {@code
 * ContainerDefinition}: makes this container the log router of the task.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FirelensConfiguration(
    @JsonPropertyDescription("Log router: fluentd or fluentbit.")
        @Required
        @SchemaFrom(type = FirelensConfigurationType.class)
        @Nullable String type,
    @JsonPropertyDescription(
            "Options such as enable-ecs-log-metadata, config-file-type and config-file-value.")
        Map<String, String> options) {

  public FirelensConfiguration {
    options = Copies.of(options);
  }
}
