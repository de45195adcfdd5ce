package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code CpuManufacturer}, for the schema only. */
public enum CpuManufacturer {
  @JsonProperty("intel")
  INTEL,
  @JsonProperty("amd")
  AMD,
  @JsonProperty("amazon-web-services")
  AMAZON_WEB_SERVICES
}
