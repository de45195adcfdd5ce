package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ServiceConnectService}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectService(
    @Nullable String portName,
    @Nullable String discoveryName,
    List<ServiceConnectClientAlias> clientAliases,
    @Nullable Integer ingressPortOverride,
    @Nullable TimeoutConfiguration timeout,
    @Nullable ServiceConnectTlsConfiguration tls) {

  public ServiceConnectService {
    clientAliases = Copies.of(clientAliases);
  }
}
