package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents that ECS accepts, broken at one place each: every member that they use in every way its
 * row of the table of members allows, and every kind of rule that looks at more than one member.
 */
final class BrokenDocuments {
  private static final String CONTAINERS = "containerDefinitions";
  private static final String TWICE =
      "[{\"key\": \"a\", \"value\": \"b\"}, {\"key\": \"a\", \"value\": \"c\"}]";

  private final ObjectNode root;
  private final List<Broken> all = new ArrayList<>();

  private BrokenDocuments(ObjectNode root) {
    this.root = root;
  }

  /** A broken document, and where it is broken. */
  record Broken(ObjectNode document, String path, String how) {
    /** The same, told of at another place than it was changed at. */
    Broken at(String other) {
      return new Broken(document, other, path.equals(other) ? how : path + " " + how);
    }

    @Override
    public String toString() {
      return path + " " + how;
    }
  }

  /** The documents of the shared corpus that are accepted. */
  static Stream<Path> sources() throws IOException {
    return CorpusTest.documents().stream()
        .filter(file -> Registration.examine(read(file)).accepted());
  }

  static List<Broken> of(Path file) {
    ObjectNode document = Normalizer.normalize(read(file)).definition();
    BrokenDocuments broken = new BrokenDocuments(document);
    broken.structure(document, "", "");
    broken.dependencies();
    broken.sizes();
    broken.ports();
    broken.limits();
    return List.copyOf(broken.all);
  }

  private void structure(JsonNode object, String structure, String path) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Member member = Members.of(structure).get(entry.getKey());
      if (member != null && member.type() != Member.Type.RESPONSE) {
        String here = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        member(entry.getValue(), member, here);
        // a structure without members is no structure
        if (member.required() && object.size() > 1) {
          all.add(broken(here, null, "missing"));
        }
      }
    }
  }

  private void member(JsonNode value, Member member, String path) {
    all.add(broken(path, value.isArray() ? number(1) : json("[1]"), "of another type"));
    if (!member.limits().isEmpty() && value.isTextual()) {
      all.add(broken(path, text("no-such-value"), "not one of its values"));
    }
    if (value.isInt() && member.minimum() > Integer.MIN_VALUE) {
      all.add(broken(path, number(member.minimum() - 1), "too small"));
    }
    if (value.isInt() && member.maximum() < Integer.MAX_VALUE) {
      all.add(broken(path, number(member.maximum() + 1), "too large"));
    }
    if (member.type() == Member.Type.STRUCTURE) {
      structure(value, member.inner(), path);
    } else if (member.type() == Member.Type.STRUCTURES) {
      for (int i = 0; i < value.size(); i++) {
        structure(value.get(i), member.inner(), path + "[" + i + "]");
      }
    }
  }

  /** An edge to nobody from each container, and a cycle through the first. */
  private void dependencies() {
    List<String> names = names();
    String edge = "[{\"containerName\": \"%s\", \"condition\": \"START\"}]";
    for (int i = 0; i < names.size(); i++) {
      all.add(
          broken(container(i, "dependsOn"), json(edge.formatted("nobody")), "names nobody")
              .at(container(i, "dependsOn[0].containerName")));
    }
    int last = names.size() - 1;
    Broken half =
        broken(container(0, "dependsOn"), json(edge.formatted(names.get(last))), "is a cycle");
    if (last > 0) {
      ((ObjectNode) half.document().path(CONTAINERS).get(last))
          .set("dependsOn", json(edge.formatted(names.get(0))));
    }
    all.add(half);
  }

  /** Containers that want more than the task has, and a size that Fargate does not have. */
  private void sizes() {
    for (String member : List.of("cpu", "memory")) {
      if (root.has(member)) {
        long more = root.get(member).asLong() + 1;
        all.add(broken(container(0, member), number(more), "and others: too much").at(member));
      }
    }
    if (Definition.isFargate(root)) {
      all.add(broken("memory", text("999999"), "of no size of Fargate").at("cpu"));
      all.add(broken("networkMode", text("bridge"), "not for Fargate"));
    }
  }

  private void ports() {
    String mode = root.path("networkMode").asText();
    if (mode.equals("none")) {
      all.add(port("[{\"containerPort\": 4711}]", "").at(container(0, "portMappings")));
      return;
    }
    all.add(port("[{\"containerPort\": 4711}, {\"containerPort\": 4711}]", "[1].containerPort"));
    all.add(port("[{\"containerPortRange\": \"9-5\"}]", "[0].containerPortRange"));
    if (mode.equals("awsvpc") || mode.equals("host")) {
      all.add(port("[{\"containerPort\": 4711, \"hostPort\": 4712}]", "[0].hostPort"));
    } else {
      all.add(port("[{\"containerPort\": 4711, \"hostPort\": 22}]", "[0].hostPort"));
    }
  }

  private Broken port(String mappings, String where) {
    return broken(container(0, "portMappings"), json(mappings), "has " + mappings)
        .at(container(0, "portMappings") + where);
  }

  private void limits() {
    all.add(broken("tags", json(TWICE), "twice").at("tags[1].key"));
    all.add(broken("tags", json("[{\"key\": \"aws:a\"}]"), "reserved").at("tags[0].key"));
    String labels = "{\"a\": \"" + "x".repeat(66_000) + "\"}";
    all.add(broken(container(0, "dockerLabels"), json(labels), "of 64 KiB").at(""));
    Broken idle = broken(container(0, "essential"), json("false"), "everywhere");
    idle.document().path(CONTAINERS).forEach(it -> ((ObjectNode) it).put("essential", false));
    all.add(idle.at(CONTAINERS));
    Broken many = broken(container(0, "essential"), json("true"), "beside ten others");
    ArrayNode list = (ArrayNode) many.document().path(CONTAINERS);
    for (int i = 0; list.size() <= 10; i++) {
      ObjectNode extra = list.addObject().put("name", "extra-" + i).put("image", "extra");
      extra.put("essential", false);
      if (!root.has("memory")) {
        extra.put("memory", 6);
      }
    }
    all.add(many.at(CONTAINERS));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    root.path(CONTAINERS).forEach(it -> names.add(it.path("name").asText()));
    return names;
  }

  private static String container(int index, String member) {
    return CONTAINERS + "[" + index + "]." + member;
  }

  /** A copy with another value there; null removes it. */
  private Broken broken(String path, @Nullable JsonNode value, String how) {
    ObjectNode copy = root.deepCopy();
    String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
    JsonNode at = copy;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at instanceof ArrayNode list ? list.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
    }
    String name = steps[steps.length - 1];
    if (value == null) {
      ((ObjectNode) at).remove(name);
    } else {
      ((ObjectNode) at).set(name, value);
    }
    return new Broken(copy, path, how);
  }

  static ObjectNode read(Path file) {
    try {
      JsonNode document = Mappers.json().readTree(file.toFile());
      return (ObjectNode)
          (document.has("taskDefinition") ? document.get("taskDefinition") : document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode number(long number) {
    return Mappers.json().getNodeFactory().numberNode((int) number);
  }

  private static JsonNode text(String text) {
    return Mappers.json().getNodeFactory().textNode(text);
  }

  private static JsonNode json(String text) {
    return Documents.json(text);
  }
}
