package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.FidelityItem;
import dev.longshore.api.ecs.v1.FidelitySummary;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FidelityReport;
import dev.longshore.ecs.fidelity.FidelitySummaries;
import dev.longshore.ecs.taskdefinition.ValidationError;
import dev.longshore.ecs.taskdefinition.Warning;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of one document.
 *
 * @param errors why it is refused; empty when it is accepted
 * @param revision the request as it is stored
 * @param manifests the Kubernetes objects it becomes; none when it is refused
 */
record Conversion(
    String file,
    List<ValidationError> errors,
    List<Warning> warnings,
    JsonNode revision,
    FidelityReport fidelity,
    List<JsonNode> manifests) {
  Conversion {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    manifests = List.copyOf(manifests);
  }

  /** A file in which there is nothing to convert. */
  static Conversion unreadable(String file, String message) {
    return new Conversion(
        file,
        List.of(new ValidationError("", message)),
        List.of(),
        Mappers.json().createObjectNode(),
        new FidelityReport(List.of()),
        List.of());
  }

  boolean accepted() {
    return errors.isEmpty();
  }

  /** Why it is refused, in one line; empty when it is accepted. */
  String firstError() {
    return errors.stream().findFirst().map(it -> at(it.path()) + it.message()).orElse("");
  }

  /** The machine-readable form; every member is always there. */
  ObjectNode json() {
    ObjectNode result = Mappers.json().createObjectNode();
    result.put("file", file).put("accepted", accepted());
    result.withArray("errors");
    result.withArray("warnings");
    errors.forEach(it -> add(result, "errors").put("path", it.path()).put("message", it.message()));
    warnings.forEach(
        it -> add(result, "warnings").put("path", it.path()).put("message", it.message()));
    result.set("revision", revision);
    result.set("fidelity", fidelityJson());
    result.putArray("manifests").addAll(manifests);
    return result;
  }

  /** The verdict in one line, then every line a person should read. */
  List<String> lines() {
    Stream<String> verdict =
        Stream.of(file + ": " + (accepted() ? "accepted, " + Cells.of(summary()) : "refused"));
    Stream<String> refusals = errors.stream().map(it -> "  " + at(it.path()) + it.message());
    Stream<String> remarks =
        warnings.stream().map(it -> "  warning: " + at(it.path()) + it.message());
    return Stream.of(verdict, refusals, remarks, table().stream()).flatMap(it -> it).toList();
  }

  /** A result with the score of the document behind it and what is not exact below. */
  List<String> told(String result) {
    return Stream.concat(
            Stream.of("%s  (%s)".formatted(result, Cells.of(summary()))), table().stream())
        .toList();
  }

  /** A line for every member whose effect is not exactly ECS's, below its headings. */
  List<String> table() {
    List<List<String>> rows =
        fidelity.differences().stream()
            .map(it -> List.of(it.path(), it.classification().wire(), it.note()))
            .toList();
    return rows.isEmpty()
        ? List.of()
        : new Table(List.of("MEMBER", "CLASS", "NOTE"), rows)
            .lines().stream().map(it -> "  " + it).toList();
  }

  /** As a revision's status has it. */
  FidelitySummary summary() {
    return FidelitySummaries.of(fidelity);
  }

  /** The score of all members and what is not exact. */
  ObjectNode fidelityJson() {
    FidelitySummary summary = summary();
    JsonNode counts = Mappers.json().valueToTree(summary);
    ObjectNode result = Mappers.json().createObjectNode();
    for (FidelityClass it : FidelityClass.values()) {
      result.set(it.wire(), counts.get(it.wire()));
    }
    result.withArray("items");
    for (FidelityItem item : summary.items()) {
      add(result, "items")
          .put("path", item.path())
          .put("class", item.classification())
          .put("note", item.note());
    }
    return result;
  }

  private static ObjectNode add(ObjectNode object, String list) {
    return object.withArray(list).addObject();
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }
}
