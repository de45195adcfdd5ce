package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code LogConfiguration}, {@code logConfiguration} of {@code ContainerDefinition}:
 * log driver and options; the cluster's log collection stays in charge of the output.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LogConfiguration(
    @JsonPropertyDescription("Log driver; Fargate knows awslogs, splunk and awsfirelens.")
        @Required
        @SchemaFrom(type = LogDriver.class)
        @Nullable String logDriver,
    @JsonPropertyDescription("Options of the driver, such as awslogs-group; recorded.")
        Map<String, String> options,
    @JsonPropertyDescription("Options of the driver whose values are secrets.")
        List<Secret> secretOptions) {

  public LogConfiguration {
    secretOptions = Copies.of(secretOptions);
    options = Copies.of(options);
  }
}
