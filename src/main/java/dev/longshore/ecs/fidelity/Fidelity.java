package dev.longshore.ecs.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of one ECS operation, and the report they give for a document of it. */
public final class Fidelity {
  private final Map<String, FieldRule> rules;

  public Fidelity(Collection<FieldRule> rules) {
    Map<String, FieldRule> index = new TreeMap<>();
    for (FieldRule rule : rules) {
      if (index.put(rule.path(), rule) != null) {
        throw new IllegalArgumentException("two rules for " + rule.path());
      }
    }
    this.rules = index;
  }

  /** Every rule, sorted by path. */
  public List<FieldRule> rules() {
    return List.copyOf(rules.values());
  }

  /** The rule of exactly this path. */
  public Optional<FieldRule> rule(String path) {
    return Optional.ofNullable(rules.get(path));
  }

  /** One line for every leaf of the document; a leaf without a rule is notImplemented. */
  public FidelityReport report(JsonNode document) {
    return new FidelityReport(new Walk(document, new ArrayList<>()).lines());
  }

  private final class Walk {
    private final JsonNode document;
    private final List<FidelityLine> found;

    Walk(JsonNode document, List<FidelityLine> found) {
      this.document = document;
      this.found = found;
    }

    List<FidelityLine> lines() {
      members(document, "", "");
      return found;
    }

    private void members(JsonNode object, String rulePath, String realPath) {
      object
          .properties()
          .forEach(
              member -> {
                String dot = realPath.isEmpty() ? "" : ".";
                visit(
                    member.getValue(),
                    rulePath + dot + member.getKey(),
                    realPath + dot + member.getKey());
              });
    }

    private void visit(JsonNode value, String rulePath, String realPath) {
      if (value.isObject() && !value.isEmpty()) {
        members(value, rulePath, realPath);
      } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
        for (int i = 0; i < value.size(); i++) {
          members(value.get(i), rulePath + "[]", realPath + "[" + i + "]");
        }
      } else {
        found.add(line(value, rulePath, realPath));
      }
    }

    private FidelityLine line(JsonNode value, String rulePath, String realPath) {
      if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
        return new FidelityLine(realPath, FidelityClass.IGNORED, "empty, the same as absent");
      }
      return covering(rulePath)
          .map(rule -> rule.judge(realPath, value, document))
          .orElseGet(
              () ->
                  new FidelityLine(
                      realPath, FidelityClass.NOT_IMPLEMENTED, "not a member Longshore knows"));
    }
  }

  /** The rule of the path itself, or of the nearest map member it is a key of. */
  private Optional<FieldRule> covering(String path) {
    String candidate = path;
    while (true) {
      FieldRule rule = rules.get(candidate);
      if (rule != null) {
        return rule.path().equals(path) || isOpen(rule) ? Optional.of(rule) : Optional.empty();
      }
      int dot = candidate.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      candidate = candidate.substring(0, dot);
    }
  }

  /** A rule nothing lies below belongs to a map or an open object: it speaks for every key. */
  private boolean isOpen(FieldRule rule) {
    return rules.keySet().stream()
        .noneMatch(
            path -> path.startsWith(rule.path() + ".") || path.startsWith(rule.path() + "[]."));
  }
}
