package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code acceleratorNames} in {@code InstanceRequirementsRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum AcceleratorName {
  @JsonProperty("a100")
  A100,
  @JsonProperty("inferentia")
  INFERENTIA,
  @JsonProperty("k520")
  K520,
  @JsonProperty("k80")
  K80,
  @JsonProperty("m60")
  M60,
  @JsonProperty("radeon-pro-v520")
  RADEON_PRO_V520,
  @JsonProperty("t4")
  T4,
  @JsonProperty("vu9p")
  VU9_P,
  @JsonProperty("v100")
  V100,
  @JsonProperty("a10g")
  A10_G,
  @JsonProperty("h100")
  H100,
  @JsonProperty("t4g")
  T4_G
}
