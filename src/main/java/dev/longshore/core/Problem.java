package dev.longshore.core;

/**
 * Why something cannot be done now.
 *
 * @param reason one CamelCase word for machines, used as a condition's reason
 * @param message one sentence with the object, what is wrong and what to do
 */
public record Problem(String reason, String message) {}
