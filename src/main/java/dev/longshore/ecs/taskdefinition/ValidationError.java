package dev.longshore.ecs.taskdefinition;

/**
 * Why a task definition is refused.
 *
 * @param path the field with its indexes, {@code containerDefinitions[0].image}
 * @param message the sentence ECS gives where it is known, else value, reason and remedy
 */
public record ValidationError(String path, String message) {}
