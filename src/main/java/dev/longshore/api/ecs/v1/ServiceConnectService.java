package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code ServiceConnectService}, {@code services} of {@code
 * ServiceConnectConfiguration}: endpoints this service offers; absent makes it a client only.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceConnectService(
    @JsonPropertyDescription("Name of a port mapping in the task definition.")
        @Required
        @Size(min = 1, max = 64)
        @Nullable String portName,
    @JsonPropertyDescription(
            "Name in the namespace, at most 64 of a-z, 0-9, _ and -; default is portName.")
        @Pattern("^([a-z0-9_][a-z0-9_-]{0,63})?$")
        @Size(max = 64)
        @Nullable String discoveryName,
    @JsonPropertyDescription("Name and port that clients use, at most 1.") @Size(max = 1)
        List<ServiceConnectClientAlias> clientAliases,
    @JsonPropertyDescription("Port the proxy listens on; default is the container port.")
        @Min(0)
        @Max(65535)
        @Nullable Integer ingressPortOverride,
    @JsonPropertyDescription("Time-outs of the proxy.") @Nullable TimeoutConfiguration timeout,
    @JsonPropertyDescription("Encryption between proxies.")
        @Nullable ServiceConnectTlsConfiguration tls) {

  public ServiceConnectService {
    clientAliases = Copies.of(clientAliases);
  }
}
