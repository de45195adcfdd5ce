package dev.longshore.cli.sarif;

/**
 * One remark on one member of one file.
 *
 * @param rule class of the remark, such as {@code approximated}
 * @param member path of the member, {@code containerDefinitions[0].user}; empty for the whole file
 */
public record Finding(String file, String rule, String member, String message) {}
