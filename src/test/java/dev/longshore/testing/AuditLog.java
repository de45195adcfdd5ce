package dev.longshore.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what one user asked the API server for. */
public record AuditLog(Path file, String user) {
  /**
   * One finished request.
   *
   * @param right what it needed
   * @param namespace empty for a request of the whole cluster
   * @param name empty for many objects, and for a new one
   * @param at when it was answered
   * @param denied for want of a right; a namespace that is ending refuses otherwise
   */
  public record Request(
      Right right, String namespace, String name, Instant at, int code, boolean denied) {

    public boolean writes() {
      return !List.of("get", "list", "watch").contains(right.verb());
    }
  }

  /** Verb, API group and resource (with its subresource after a slash), as RBAC sees them. */
  public record Right(String verb, String group, String resource) {}

  /** Rights a request needed: an apply that made its object needed create beside patch. */
  public static Stream<Right> needed(Request request) {
    Right right = request.right();
    return right.verb().equals("patch") && request.code() == HttpURLConnection.HTTP_CREATED
        ? Stream.of(right, new Right("create", right.group(), right.resource()))
        : Stream.of(right);
  }

  public List<Request> requests() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(this::request).filter(Objects::nonNull).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request request(String line) {
    try {
      JsonNode event = Mappers.json().readTree(line);
      JsonNode target = event.path("objectRef");
      boolean mine =
          event.path("user").path("username").asText().equals(user)
              && event.path("responseStatus").has("code")
              && target.has("resource");
      if (!mine) {
        return null;
      }
      String sub = target.path("subresource").asText();
      return new Request(
          new Right(
              event.path("verb").asText(),
              target.path("apiGroup").asText(),
              target.path("resource").asText() + (sub.isEmpty() ? "" : "/" + sub)),
          target.path("namespace").asText(),
          target.path("name").asText(),
          Instant.parse(event.path("stageTimestamp").asText()),
          event.path("responseStatus").path("code").asInt(),
          event.at("/annotations/authorization.k8s.io~1decision").asText().equals("forbid"));
    } catch (IOException e) {
      return null; // the last line may still be in the making
    }
  }
}
