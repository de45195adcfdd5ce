package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code CPUArchitecture}, for the schema only. */
public enum CPUArchitecture {
  X86_64,
  ARM64
}
