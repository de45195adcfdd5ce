package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ProxyConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProxyConfiguration(
    @SchemaFrom(type = ProxyConfigurationType.class) @Nullable String type,
    @Nullable String containerName,
    List<KeyValuePair> properties) {

  public ProxyConfiguration {
    properties = Copies.of(properties);
  }
}
