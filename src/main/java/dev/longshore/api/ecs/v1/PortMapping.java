package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code PortMapping}, {@code portMappings} of {@code ContainerDefinition}: ports
 * that the container listens on; become container ports and ports of the Service.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value =
        "!has(self.containerPortRange) || self.containerPortRange == '' || !(has(self.containerPort) || (has(self.hostPort) && self.hostPort != 0))",
    message = "containerPortRange excludes containerPort and hostPort; give one or the other.",
    fieldPath = ".containerPortRange")
public record PortMapping(
    @JsonPropertyDescription("Port the container listens on, 1 to 65535.") @Min(1) @Max(65535)
        @Nullable Integer containerPort,
    @JsonPropertyDescription(
            "Port on the node; with awsvpc and host it is empty or equals containerPort, 0 is dynamic.")
        @Min(0)
        @Max(65535)
        @Nullable Integer hostPort,
    @JsonPropertyDescription("tcp (default) or udp.") @SchemaFrom(type = TransportProtocol.class)
        @Nullable String protocol,
    @JsonPropertyDescription("Name for Service Connect, at most 64 of a-z, 0-9, _ and -.")
        @Pattern("^([a-z0-9_][a-z0-9_-]{0,63})?$")
        @Size(max = 64)
        @Nullable String name,
    @JsonPropertyDescription(
            "Protocol inside TCP: http, http2 or grpc; becomes appProtocol of the Service port.")
        @SchemaFrom(type = ApplicationProtocol.class)
        @Nullable String appProtocol,
    @JsonPropertyDescription(
            "Ports from-to instead of containerPort, such as 8000-8010; at most 100 ports here.")
        @Pattern("^([0-9]{1,5}-[0-9]{1,5})?$")
        @Size(max = 11)
        @Nullable String containerPortRange) {}
