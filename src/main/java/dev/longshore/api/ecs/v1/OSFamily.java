package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code operatingSystemFamily} in {@code RuntimePlatform}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum OSFamily {
  WINDOWS_SERVER_2019_FULL,
  WINDOWS_SERVER_2019_CORE,
  WINDOWS_SERVER_2016_FULL,
  WINDOWS_SERVER_2004_CORE,
  WINDOWS_SERVER_2022_CORE,
  WINDOWS_SERVER_2022_FULL,
  WINDOWS_SERVER_2025_CORE,
  WINDOWS_SERVER_2025_FULL,
  @JsonProperty("WINDOWS_SERVER_20H2_CORE")
  WINDOWS_SERVER_20_H2_CORE,
  LINUX
}
