package dev.longshore.cli.why;

/**
 * What keeps a service or task from running, with the remedy.
 *
 * @param step where on the way from the request to the container
 * @param object at fault, such as {@code Secret/db}
 */
public record Fault(String step, String object, String sentence) {}
