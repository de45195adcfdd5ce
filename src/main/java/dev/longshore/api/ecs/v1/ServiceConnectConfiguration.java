package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectConfiguration}, {@code serviceConnectConfiguration} of {@code
 * ServiceSpec}: names under which services reach each other.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectConfiguration(
    @JsonPropertyDescription("Whether Service Connect is used.") @Required
        @Nullable Boolean enabled,
    @JsonPropertyDescription("Service Connect namespace; default is the cluster's.")
        @Nullable String namespace,
    @JsonPropertyDescription("Endpoints this service offers; absent makes it a client only.")
        @Size(max = 100)
        List<ServiceConnectService> services,
    @JsonPropertyDescription("Logs of the proxy.") @Nullable LogConfiguration logConfiguration,
    @JsonPropertyDescription("Access log of the proxy.")
        @Nullable ServiceConnectAccessLogConfiguration accessLogConfiguration) {

  public ServiceConnectConfiguration {
    services = Copies.of(services);
  }
}
