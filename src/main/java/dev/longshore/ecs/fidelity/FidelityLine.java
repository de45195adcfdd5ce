package dev.longshore.ecs.fidelity;

/**
 * What becomes of one field of one document. Values are never quoted here: they may be secrets.
 *
 * @param path the field with its indexes, {@code containerDefinitions[0].user}
 * @param note the difference or the reason in one sentence, or empty
 */
public record FidelityLine(String path, FidelityClass classification, String note) {}
