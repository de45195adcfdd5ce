package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code cpuArchitecture} in {@code RuntimePlatform}; the record keeps a string,
 * so that a newer value stays readable.
 */
public enum CPUArchitecture {
  X86_64,
  ARM64
}
