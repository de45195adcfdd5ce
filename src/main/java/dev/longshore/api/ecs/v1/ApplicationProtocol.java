package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code ApplicationProtocol}, for the schema only. */
public enum ApplicationProtocol {
  @JsonProperty("http")
  HTTP,
  @JsonProperty("http2")
  HTTP2,
  @JsonProperty("grpc")
  GRPC
}
