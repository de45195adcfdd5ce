package dev.longshore.ecs.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Longshore does with one member of the ECS API; it lives beside the code that does it, so
 * that behaviour and report cannot drift apart.
 *
 * @param path the member, lists as {@code containerDefinitions[].portMappings[].hostPort}
 * @param becomes the Kubernetes field, or empty
 * @param note the difference in one sentence, or empty
 * @param exceptions values that end in another class; the first that applies wins
 */
public record FieldRule(
    String path,
    FidelityClass classification,
    String becomes,
    String note,
    List<Exception> exceptions) {
  /**
   * In the note of whatever waits for the strategies that shift traffic; {@code make fields} counts
   * it.
   */
  public static final String TRAFFIC_SHIFTING = "traffic shifting, later";

  /** Says whether an exception applies to a value, seen in its whole document. */
  @FunctionalInterface
  public interface Condition {
    boolean applies(JsonNode value, JsonNode document);

    /** The same for a condition that also needs to know where the value stands. */
    default boolean applies(JsonNode value, JsonNode document, String realPath) {
      return applies(value, document);
    }
  }

  /** Holds by where the value stands in its document. */
  public record AtPath(BiPredicate<JsonNode, String> place) implements Condition {
    @Override
    public boolean applies(JsonNode value, JsonNode document) {
      return false;
    }

    @Override
    public boolean applies(JsonNode value, JsonNode document, String realPath) {
      return place.test(document, realPath);
    }
  }

  /** Holds by what the value's own container says of itself. */
  public record OfContainer(Predicate<JsonNode> container) implements Condition {
    @Override
    public boolean applies(JsonNode value, JsonNode document) {
      return false;
    }

    @Override
    public boolean applies(JsonNode value, JsonNode document, String realPath) {
      String element = realPath.substring(0, realPath.indexOf(']'));
      return container.test(document.at("/" + element.replace('[', '/')));
    }
  }

  /** Says of one value what the note of its group says of all. */
  @FunctionalInterface
  public interface Explanation {
    String of(JsonNode value, JsonNode document);

    /** The same where it also matters where the value stands. */
    default String of(JsonNode value, JsonNode document, String realPath) {
      return of(value, document);
    }
  }

  /** Says of a value what is said of its place in the document. */
  public record OfPath(BiFunction<JsonNode, String, String> place) implements Explanation {
    @Override
    public String of(JsonNode value, JsonNode document) {
      return "";
    }

    @Override
    public String of(JsonNode value, JsonNode document, String realPath) {
      return place.apply(document, realPath);
    }
  }

  /** A group of values that ends in a class of its own. */
  public record Exception(
      String when,
      Condition condition,
      FidelityClass classification,
      String note,
      Explanation explanation) {
    public Exception(String when, Condition condition, FidelityClass classification, String note) {
      this(when, condition, classification, note, (value, document) -> note);
    }
  }

  public FieldRule {
    exceptions = List.copyOf(exceptions);
  }

  public static FieldRule exact(String path, String becomes) {
    return new FieldRule(path, FidelityClass.EXACT, becomes, "", List.of());
  }

  public static FieldRule equivalent(String path, String becomes, String note) {
    return new FieldRule(path, FidelityClass.EQUIVALENT, becomes, note, List.of());
  }

  public static FieldRule approximated(String path, String becomes, String note) {
    return new FieldRule(path, FidelityClass.APPROXIMATED, becomes, note, List.of());
  }

  public static FieldRule ignored(String path, String note) {
    return new FieldRule(path, FidelityClass.IGNORED, "", note, List.of());
  }

  public static FieldRule rejected(String path, String note) {
    return new FieldRule(path, FidelityClass.REJECTED, "", note, List.of());
  }

  public static FieldRule notImplemented(String path, String note) {
    return new FieldRule(path, FidelityClass.NOT_IMPLEMENTED, "", note, List.of());
  }

  /** The same rule with one more exception after those it has. */
  public FieldRule except(Exception exception) {
    List<Exception> all = Stream.concat(exceptions.stream(), Stream.of(exception)).toList();
    return new FieldRule(path, classification, becomes, note, all);
  }

  /** The same rule, but values for which the condition holds are refused. */
  public FieldRule rejecting(String when, Condition condition, String reason) {
    return except(new Exception(when, condition, FidelityClass.REJECTED, reason));
  }

  /** Whether the member, or some values of it, wait for the strategies that shift traffic. */
  boolean shiftsTraffic() {
    return Stream.concat(Stream.of(note), exceptions.stream().map(Exception::note))
        .anyMatch(it -> it.contains(TRAFFIC_SHIFTING));
  }

  FidelityLine judge(String realPath, JsonNode value, JsonNode document) {
    return exceptions.stream()
        .filter(exception -> exception.condition().applies(value, document, realPath))
        .findFirst()
        .map(
            found ->
                new FidelityLine(
                    realPath,
                    found.classification(),
                    found.explanation().of(value, document, realPath)))
        .orElseGet(() -> new FidelityLine(realPath, classification, note));
  }
}
