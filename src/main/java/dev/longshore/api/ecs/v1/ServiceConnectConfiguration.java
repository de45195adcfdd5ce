package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceConnectConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectConfiguration(
    @Nullable Boolean enabled,
    @Nullable String namespace,
    List<ServiceConnectService> services,
    @Nullable LogConfiguration logConfiguration,
    @Nullable ServiceConnectAccessLogConfiguration accessLogConfiguration) {

  public ServiceConnectConfiguration {
    services = Copies.of(services);
  }
}
