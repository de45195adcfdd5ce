package dev.longshore.bindings;

/**
 * A key of a Kubernetes Secret. There is no namespace: a pod can only reach its own, so nothing an
 * ARN says can reach further than RBAC lets its author reach.
 */
public record SecretKey(String secretName, String key) {}
