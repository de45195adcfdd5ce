package dev.longshore.ecs.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a pod and where it stands. A pattern finds places: {@code
 * spec.{containers,initContainers}[].ports[].hostPort} is that member of every port of both lists.
 */
record Place(String path, JsonNode node, Elements elements) {
  /** How elements of lists are called. */
  enum Elements {
    /** {@code containers[app]}: what a merged pod is read by. */
    BY_NAME,
    /** {@code containers[0]}: as in the document that somebody wrote. */
    BY_INDEX
  }

  /** The places of a pattern below this one; values that are not there or null are none. */
  Stream<Place> find(String pattern) {
    int dot = pattern.indexOf('.');
    String first = dot < 0 ? pattern : pattern.substring(0, dot);
    Stream<Place> found = members(first);
    return dot < 0 ? found : found.flatMap(it -> it.find(pattern.substring(dot + 1)));
  }

  /** A member, there or not. */
  Place member(String name) {
    return new Place(path.isEmpty() ? name : path + "." + name, node.path(name), elements);
  }

  private Stream<Place> members(String segment) {
    boolean list = segment.endsWith("[]");
    String names = list ? segment.substring(0, segment.length() - 2) : segment;
    Stream<Place> found =
        Arrays.stream(names.replaceAll("[{}]", "").split(","))
            .map(this::member)
            .filter(it -> !it.node.isMissingNode() && !it.node.isNull());
    return list ? found.flatMap(Place::items) : found;
  }

  private Stream<Place> items() {
    return IntStream.range(0, node.size()).mapToObj(this::item);
  }

  /** Plain values are told by the value, not by where they stand in their list. */
  private Place item(int index) {
    JsonNode item = node.get(index);
    String name = item.path("name").asText();
    boolean named = elements == Elements.BY_NAME && !name.isEmpty();
    return new Place(
        item.isValueNode() ? path : path + "[" + (named ? name : index) + "]", item, elements);
  }
}
