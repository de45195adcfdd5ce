package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code localStorageTypes} in {@code InstanceRequirementsRequest}; the record
 * keeps a string, so that a newer value stays readable.
 */
public enum LocalStorageType {
  @JsonProperty("hdd")
  HDD,
  @JsonProperty("ssd")
  SSD
}
