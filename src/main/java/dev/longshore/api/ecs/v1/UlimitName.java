package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code name} in {@code Ulimit}; the record keeps a string, so that a newer value
 * stays readable.
 */
public enum UlimitName {
  @JsonProperty("core")
  CORE,
  @JsonProperty("cpu")
  CPU,
  @JsonProperty("data")
  DATA,
  @JsonProperty("fsize")
  FSIZE,
  @JsonProperty("locks")
  LOCKS,
  @JsonProperty("memlock")
  MEMLOCK,
  @JsonProperty("msgqueue")
  MSGQUEUE,
  @JsonProperty("nice")
  NICE,
  @JsonProperty("nofile")
  NOFILE,
  @JsonProperty("nproc")
  NPROC,
  @JsonProperty("rss")
  RSS,
  @JsonProperty("rtprio")
  RTPRIO,
  @JsonProperty("rttime")
  RTTIME,
  @JsonProperty("sigpending")
  SIGPENDING,
  @JsonProperty("stack")
  STACK
}
