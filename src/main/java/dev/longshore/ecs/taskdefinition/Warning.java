package dev.longshore.ecs.taskdefinition;

/**
 * Something a user should know about an input that was accepted all the same.
 *
 * @param path the field with its indexes
 * @param message what was done with it, and what was meant where that can be guessed
 */
public record Warning(String path, String message) {}
