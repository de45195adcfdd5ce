package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code TransportProtocol}, for the schema only. */
public enum TransportProtocol {
  @JsonProperty("tcp")
  TCP,
  @JsonProperty("udp")
  UDP
}
