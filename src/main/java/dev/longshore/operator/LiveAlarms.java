package dev.longshore.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.AlarmBinding;
import dev.longshore.api.ecs.v1.AlarmCondition;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.alarm.AlarmReader;
import dev.longshore.ecs.alarm.AlarmState;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads alarms from Prometheus's HTTP API ({@code /api/v1/query}) and from conditions of objects.
 * The address is the operator's own setting: no custom resource can send it elsewhere.
 */
final class LiveAlarms implements AlarmReader {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final KubernetesClient client;
  private final Optional<URI> prometheus;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  LiveAlarms(KubernetesClient client, Optional<URI> prometheus) {
    this.client = client;
    this.prometheus = prometheus;
  }

  @Override
  public Map<String, AlarmState> read(String namespace, Collection<AlarmBinding> alarms) {
    Map<String, CompletableFuture<AlarmState>> asked = new TreeMap<>();
    for (AlarmBinding alarm : alarms) {
      asked.put(String.valueOf(alarm.alarmName()), state(namespace, alarm));
    }
    Map<String, AlarmState> states = new TreeMap<>();
    asked.forEach((name, state) -> states.put(name, state.join()));
    return states;
  }

  private CompletableFuture<AlarmState> state(String namespace, AlarmBinding alarm) {
    String expression = alarm.expression();
    if (expression != null) {
      return prometheus
          .map(it -> query(it, expression))
          .orElseGet(
              () ->
                  CompletableFuture.completedFuture(
                      AlarmState.unknown(
                          "the operator has no Prometheus; set alarms.prometheusUrl of the chart.")));
    }
    AlarmCondition condition = alarm.condition();
    return CompletableFuture.completedFuture(
        condition == null
            ? AlarmState.unknown("its binding has neither expression nor condition.")
            : condition(namespace, condition));
  }

  private CompletableFuture<AlarmState> query(URI server, String expression) {
    String query = "query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    URI address = URI.create(server.toString().replaceAll("/+$", "") + "/api/v1/query?" + query);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(LiveAlarms::answer)
        .exceptionally(LiveAlarms::unreachable);
  }

  /** As an alerting rule: any result is an alarm; a scalar is one unless it is 0. */
  static AlarmState answer(HttpResponse<String> response) {
    return answer(response.statusCode(), response.body());
  }

  static AlarmState answer(int code, String body) {
    try {
      JsonNode json = Mappers.json().readTree(body);
      if (!json.path("status").asText().equals("success")) {
        return AlarmState.unknown(
            "Prometheus answers %d: %s"
                .formatted(code, json.path("error").asText("no error text")));
      }
      JsonNode result = json.path("data").path("result");
      return AlarmState.of(
          json.path("data").path("resultType").asText().equals("scalar")
              ? result.path(1).asDouble() != 0
              : !result.isEmpty());
    } catch (IOException e) {
      return AlarmState.unknown("Prometheus answers %d, and not as its API does.".formatted(code));
    }
  }

  private static AlarmState unreachable(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return AlarmState.unknown(
        "Prometheus does not answer: %s."
            .formatted(Objects.requireNonNullElse(cause, failure).getClass().getSimpleName()));
  }

  private AlarmState condition(String namespace, AlarmCondition wanted) {
    try {
      GenericKubernetesResource object =
          client
              .genericKubernetesResources(wanted.apiVersion(), wanted.kind())
              .inNamespace(namespace)
              .withName(wanted.name())
              .get();
      return object == null
          ? AlarmState.unknown("%s %s is not there.".formatted(wanted.kind(), wanted.name()))
          : condition(object, wanted);
    } catch (KubernetesClientException e) {
      return AlarmState.unknown(
          e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
              ? "the operator may not read %s; add the right to alarms.rules of the chart."
                  .formatted(wanted.kind())
              : "%s %s cannot be read (%d).".formatted(wanted.kind(), wanted.name(), e.getCode()));
    }
  }

  static AlarmState condition(GenericKubernetesResource object, AlarmCondition wanted) {
    JsonNode conditions =
        Mappers.json()
            .valueToTree(object.getAdditionalProperties())
            .path("status")
            .path("conditions");
    String alarm = Objects.requireNonNullElse(wanted.status(), "True");
    for (JsonNode condition : conditions) {
      if (condition.path("type").asText().equals(wanted.type())) {
        return AlarmState.of(condition.path("status").asText().equals(alarm));
      }
    }
    return AlarmState.unknown(
        "%s %s has no condition %s.".formatted(wanted.kind(), wanted.name(), wanted.type()));
  }
}
