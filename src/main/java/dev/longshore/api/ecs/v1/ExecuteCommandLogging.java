package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ExecuteCommandLogging}, for the schema only. */
public enum ExecuteCommandLogging {
  NONE,
  DEFAULT,
  OVERRIDE
}
