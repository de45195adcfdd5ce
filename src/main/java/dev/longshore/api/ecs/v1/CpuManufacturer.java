package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code cpuManufacturers} in {@code InstanceRequirementsRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum CpuManufacturer {
  @JsonProperty("intel")
  INTEL,
  @JsonProperty("amd")
  AMD,
  @JsonProperty("amazon-web-services")
  AMAZON_WEB_SERVICES
}
