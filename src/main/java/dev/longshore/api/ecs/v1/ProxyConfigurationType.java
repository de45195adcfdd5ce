package dev.longshore.api.ecs.v1;

/**
 * Schema values of {@code type} in {@code ProxyConfiguration}; the record keeps a string, so that a
 * newer value stays readable.
 */
public enum ProxyConfigurationType {
  APPMESH
}
