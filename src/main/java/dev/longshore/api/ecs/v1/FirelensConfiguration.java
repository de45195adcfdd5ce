package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code FirelensConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FirelensConfiguration(
    @SchemaFrom(type = FirelensConfigurationType.class) @Nullable String type,
    Map<String, String> options) {

  public FirelensConfiguration {
    options = Copies.of(options);
  }
}
