package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code EnvironmentFileType}, for the schema only. */
public enum EnvironmentFileType {
  @JsonProperty("s3")
  S3
}
