package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code resourceType} in {@code EBSTagSpecification}; the record keeps a string,
 * so that a newer value stays readable.
 */
public enum EBSResourceType {
  @JsonProperty("volume")
  VOLUME
}
