package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code acceleratorManufacturers} in {@code InstanceRequirementsRequest}; the
 * record keeps a string, so that a newer value stays readable.
 */
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
