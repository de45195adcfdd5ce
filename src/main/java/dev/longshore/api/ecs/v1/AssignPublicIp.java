package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code AssignPublicIp}, for the schema only. */
public enum AssignPublicIp {
  ENABLED,
  DISABLED
}
