package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code LogConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LogConfiguration(
    @SchemaFrom(type = LogDriver.class) @Nullable String logDriver,
    Map<String, String> options,
    List<Secret> secretOptions) {

  public LogConfiguration {
    secretOptions = Copies.of(secretOptions);
    options = Copies.of(options);
  }
}
