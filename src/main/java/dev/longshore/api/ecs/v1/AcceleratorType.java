package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code AcceleratorType}, for the schema only. */
public enum AcceleratorType {
  @JsonProperty("gpu")
  GPU,
  @JsonProperty("fpga")
  FPGA,
  @JsonProperty("inference")
  INFERENCE
}
