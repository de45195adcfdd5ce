package dev.longshore.api.ecs.v1;

/** Wire values of the ECS API enumeration {@code ProxyConfigurationType}, for the schema only. */
public enum ProxyConfigurationType {
  APPMESH
}
