package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code AcceleratorManufacturer}, for the schema only. */
public enum AcceleratorManufacturer {
  @JsonProperty("amazon-web-services")
  AMAZON_WEB_SERVICES,
  @JsonProperty("amd")
  AMD,
  @JsonProperty("nvidia")
  NVIDIA,
  @JsonProperty("xilinx")
  XILINX,
  @JsonProperty("habana")
  HABANA
}
