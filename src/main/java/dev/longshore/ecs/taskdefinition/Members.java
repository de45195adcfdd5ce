package dev.longshore.ecs.taskdefinition;

import dev.longshore.core.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The members of RegisterTaskDefinition by the structure they belong to, from a checked table. */
final class Members {
  private static final Map<String, Map<String, Member>> BY_PARENT = read();

  private Members() {}

  /** The members of the structure at a path ({@code ""} is the task definition), by name. */
  static Map<String, Member> of(String structure) {
    return BY_PARENT.getOrDefault(structure, Map.of());
  }

  /** The known member whose name is nearest to a misspelt one, if any is near. */
  static Optional<String> nearest(String structure, String name) {
    return EditDistance.nearest(name, of(structure).keySet());
  }

  private static Map<String, Map<String, Member>> read() {
    try (InputStream in = Members.class.getResourceAsStream("members.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no members.tsv");
      }
      Map<String, Map<String, Member>> members = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Members::member)
          .forEach(
              member ->
                  members
                      .computeIfAbsent(parent(member), k -> new TreeMap<>())
                      .put(member.name(), member));
      return members;
    } catch (IOException e) {
      throw new UncheckedIOException("members.tsv", e);
    }
  }

  private static String parent(Member member) {
    int dot = member.path().lastIndexOf('.');
    return dot < 0 ? "" : member.path().substring(0, dot);
  }

  private static Member member(String line) {
    String[] row = line.split("\t", -1);
    boolean required = row[3].equals("required");
    Member.Type type = Member.Type.valueOf(row[1].toUpperCase(Locale.ROOT));
    if (row[2].contains("..")) {
      String[] range = row[2].split("\\.\\.", 2);
      return new Member(
          row[0], type, List.of(), Long.parseLong(range[0]), Long.parseLong(range[1]), required);
    }
    List<String> values = row[2].equals("-") ? List.of() : List.of(row[2].split("\\|"));
    return new Member(row[0], type, values, Integer.MIN_VALUE, Integer.MAX_VALUE, required);
  }
}
