package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code UlimitName}, for the schema only. */
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
