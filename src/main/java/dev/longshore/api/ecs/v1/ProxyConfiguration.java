package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ProxyConfiguration}, {@code proxyConfiguration} of {@code
 * TaskDefinitionSpec}: app Mesh proxy settings; App Mesh has ended, use Service Connect.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProxyConfiguration(
    @JsonPropertyDescription("Kind of proxy: APPMESH, which is the default and the only one.")
        @SchemaFrom(type = ProxyConfigurationType.class)
        @Nullable String type,
    @JsonPropertyDescription("Container that runs the proxy.") @Required @Size(min = 1)
        @Nullable String containerName,
    @JsonPropertyDescription("Settings of the proxy, such as AppPorts and IgnoredUID.")
        List<KeyValuePair> properties) {

  public ProxyConfiguration {
    properties = Copies.of(properties);
  }
}
