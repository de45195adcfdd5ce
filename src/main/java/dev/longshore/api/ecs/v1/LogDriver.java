package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code logDriver} in {@code LogConfiguration}; the record keeps a string, so
 * that a newer value stays readable.
 */
public enum LogDriver {
  @JsonProperty("json-file")
  JSON_FILE,
  @JsonProperty("syslog")
  SYSLOG,
  @JsonProperty("journald")
  JOURNALD,
  @JsonProperty("gelf")
  GELF,
  @JsonProperty("fluentd")
  FLUENTD,
  @JsonProperty("awslogs")
  AWSLOGS,
  @JsonProperty("splunk")
  SPLUNK,
  @JsonProperty("awsfirelens")
  AWSFIRELENS
}
