package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code assignPublicIp} in {@code AwsVpcConfiguration}; the record keeps a
 * string, so that a newer value stays readable.
 */
public enum AssignPublicIp {
  ENABLED,
  DISABLED
}
