package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code EnvironmentFile}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum EnvironmentFileType {
  @JsonProperty("s3")
  S3
}
