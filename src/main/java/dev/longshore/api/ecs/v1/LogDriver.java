package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code LogDriver}, for the schema only. */
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
