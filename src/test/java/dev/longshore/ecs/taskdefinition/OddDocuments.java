package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A document with one odd value at a time, at every place that it has. */
final class OddDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<JsonNode> TEXTS =
      Stream.of(
              "a",
              "A_b",
              "a b",
              " a",
              "a ",
              "-a",
              "a-",
              ".",
              "..",
              "..a",
              "a..b",
              "a.b",
              "/",
              "/a",
              "/a:b",
              "//a//",
              "a/b",
              "../a",
              "0",
              "1",
              "-1",
              "0.5",
              "2147483647",
              "2147483648",
              "9999999999",
              "ü",
              "a\nb",
              "a\tb",
              "$(A)",
              ":",
              "a:b",
              "a=b",
              "%",
              "k8s:secret/a",
              "k8s:secret/a#b",
              "k8s:secret/a#..",
              "10.0.0.1",
              "10.0.0.300",
              "::1",
              "host-gateway",
              "CMD",
              "CMD-SHELL",
              "NONE",
              "root",
              "1000:2147483648",
              "shm-app",
              "tmpfs-app-1",
              "example.com.",
              "Example.com",
              "_sip._tcp.example.com",
              "1-3",
              "65534-65535",
              "8080-8081",
              "no-new-privileges",
              "apparmor:a",
              "apparmor: a",
              "x".repeat(64),
              "x".repeat(254),
              "x".repeat(4096),
              "attribute:a >= 0",
              "attribute:a < -1",
              "attribute:a =~ (_x|y)",
              "attribute:a == " + "x".repeat(64),
              "task:group == a b",
              "net.ipv4.tcp_rmem",
              "nfs",
              "tmpfs",
              "size=0k",
              "addr=")
          .<JsonNode>map(NODES::textNode)
          .toList();

  private static final List<JsonNode> NUMBERS =
      LongStream.of(
              Integer.MIN_VALUE - 1L,
              -1,
              0,
              1,
              2,
              6,
              7,
              63,
              64,
              255,
              256,
              300,
              65_535,
              Integer.MAX_VALUE,
              Integer.MAX_VALUE + 1L)
          .<JsonNode>mapToObj(NODES::numberNode)
          .toList();

  private final ObjectNode document;
  private final List<ObjectNode> all = new ArrayList<>();

  private OddDocuments(ObjectNode document) {
    this.document = document;
  }

  static List<ObjectNode> of(ObjectNode document) {
    OddDocuments odd = new OddDocuments(document.deepCopy());
    odd.object(odd.document);
    return odd.all;
  }

  private void object(ObjectNode object) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      object.remove(name);
      all.add(document.deepCopy());
      for (JsonNode odd : instead(value)) {
        object.set(name, odd);
        all.add(document.deepCopy());
      }
      object.set(name, value);
      within(value);
    }
  }

  private void within(JsonNode value) {
    if (value instanceof ObjectNode inner) {
      object(inner);
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        JsonNode element = list.get(i);
        list.add(element);
        all.add(document.deepCopy());
        list.remove(list.size() - 1);
        for (JsonNode odd : instead(element)) {
          list.set(i, odd);
          all.add(document.deepCopy());
        }
        list.set(i, element);
        within(element);
      }
    }
  }

  private static List<JsonNode> instead(JsonNode value) {
    if (value.isTextual()) {
      return TEXTS;
    }
    if (value.isNumber()) {
      return NUMBERS;
    }
    return value.isBoolean() ? List.of(NODES.booleanNode(!value.asBoolean())) : List.of();
  }
}
