package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code appProtocol} in {@code PortMapping}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum ApplicationProtocol {
  @JsonProperty("http")
  HTTP,
  @JsonProperty("http2")
  HTTP2,
  @JsonProperty("grpc")
  GRPC
}
