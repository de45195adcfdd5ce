package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code NetworkInterface}, {@code networkInterfaces} of {@code Container}: an
 * address of the pod.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkInterface(
    @JsonPropertyDescription("Address of the task inside the cluster.")
        @Nullable String privateIpv4Address,
    @JsonPropertyDescription("IPv6 address of the task inside the cluster.")
        @Nullable String ipv6Address) {}
