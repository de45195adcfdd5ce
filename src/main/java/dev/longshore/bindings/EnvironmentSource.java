package dev.longshore.bindings;

/**
 * An object of the namespace whose keys are variables.
 *
 * @param secret a Secret, else a ConfigMap
 */
public record EnvironmentSource(boolean secret, String name) {}
