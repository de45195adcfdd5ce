package dev.longshore.cli.members;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares documents by meaning: a named item that moved within its list has not changed. */
public final class MemberDiff {
  private static final String NAME = "name";

  private final List<MemberChange> changes = new ArrayList<>();

  private MemberDiff() {}

  /** What leads from one document to the other, by path. */
  public static List<MemberChange> between(JsonNode before, JsonNode after) {
    MemberDiff diff = new MemberDiff();
    diff.compare("", before, after);
    return List.copyOf(diff.changes);
  }

  private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before instanceof ObjectNode && after instanceof ObjectNode) {
      each(members(path, before), members(path, after));
    } else if (before != null && after != null && before.isArray() && after.isArray()) {
      boolean named = named(before) && named(after);
      each(items(path, before, named), items(path, after, named));
    } else if (before == null || !before.equals(after)) {
      changes.add(MemberChange.of(path, before, after));
    }
  }

  private void each(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.forEach(it -> compare(it, before.get(it), after.get(it)));
  }

  private static Map<String, JsonNode> members(String path, JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            it -> members.put((path.isEmpty() ? "" : path + ".") + it.getKey(), it.getValue()));
    return members;
  }

  private static Map<String, JsonNode> items(String path, JsonNode list, boolean named) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String key = named ? list.get(i).path(NAME).asText() : String.valueOf(i);
      items.put(path + "[" + key + "]", list.get(i));
    }
    return items;
  }

  /** Whether every item has a name of its own. */
  private static boolean named(JsonNode list) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode item : list) {
      if (!item.path(NAME).isTextual() || !names.add(item.path(NAME).asText())) {
        return false;
      }
    }
    return true;
  }
}
