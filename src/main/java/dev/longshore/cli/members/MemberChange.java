package dev.longshore.cli.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One member that two documents do not share, as one step of a JSON Patch that also tells what was
 * there before.
 *
 * @param op {@code add}, {@code remove} or {@code replace}
 * @param path such as {@code containerDefinitions[app].image}: list items by name where they have
 *     one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberChange(
    String op, String path, @Nullable JsonNode old, @Nullable JsonNode value) {

  static MemberChange of(String path, @Nullable JsonNode old, @Nullable JsonNode value) {
    String op = old == null ? "add" : value == null ? "remove" : "replace";
    return new MemberChange(op, path, old, value);
  }

  /** What was and what is, as a unified diff writes it. */
  public List<String> lines() {
    return Stream.of(line('-', old), line('+', value)).flatMap(it -> it).toList();
  }

  private Stream<String> line(char sign, @Nullable JsonNode node) {
    return node == null ? Stream.of() : Stream.of(sign + " " + path + ": " + node);
  }
}
