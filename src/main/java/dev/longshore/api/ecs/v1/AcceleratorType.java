package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code acceleratorTypes} in {@code InstanceRequirementsRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum AcceleratorType {
  @JsonProperty("gpu")
  GPU,
  @JsonProperty("fpga")
  FPGA,
  @JsonProperty("inference")
  INFERENCE
}
