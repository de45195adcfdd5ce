package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code protocol} in {@code PortMapping}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum TransportProtocol {
  @JsonProperty("tcp")
  TCP,
  @JsonProperty("udp")
  UDP
}
