package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longshore.api.ecs.v1.AlarmBinding;
import dev.longshore.ecs.alarm.AlarmState;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveAlarmsTest {
  private static final String VECTOR =
      "{'status':'success','data':{'resultType':'vector','result':[%s]}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'status':'success','data':{'resultType':'vector','result':[]}} | OK |",
        "{'status':'success','data':{'resultType':'vector','result':[{'value':[1,'0']}]}} | ALARM |",
        "{'status':'success','data':{'resultType':'scalar','result':[1,'0']}} | OK |",
        "{'status':'success','data':{'resultType':'scalar','result':[1,'2']}} | ALARM |",
        "{'status':'error','error':'parse error'} | INSUFFICIENT_DATA | parse error",
        "<html> | INSUFFICIENT_DATA | not as its API does",
      })
  void anAnswerIsAStateAsOfAnAlertingRule(String body, AlarmState.Value state, String note) {
    AlarmState answer = LiveAlarms.answer(200, body.replace('\'', '"'));

    assertThat(answer.value()).isEqualTo(state);
    assertThat(answer.note()).contains(note == null ? "" : note);
  }

  @Test
  void asksPrometheusForTheExpression() throws IOException {
    AtomicReference<String> asked = new AtomicReference<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/base/api/v1/query",
        exchange -> {
          asked.set(
              URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
          byte[] body = VECTOR.formatted("{}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      URI address =
          URI.create(
              "http://%s:%d/base/"
                  .formatted(
                      server.getAddress().getAddress().getHostAddress(),
                      server.getAddress().getPort()));

      assertThat(read(Optional.of(address)).alarming()).isTrue();
      assertThat(asked.get()).isEqualTo("query=rate(errors{code=\"5&x\"}[1m]) > 0");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatCannotBeAskedIsNotKnown() {
    assertThat(read(Optional.empty()).note()).contains("alarms.prometheusUrl");
    assertThat(read(Optional.of(URI.create("http://127.0.0.1:1"))).value())
        .isEqualTo(AlarmState.Value.INSUFFICIENT_DATA);
  }

  private static AlarmState read(Optional<URI> prometheus) {
    try (var client = new KubernetesClientBuilder().build()) {
      return new LiveAlarms(client, prometheus)
          .read(
              "shop",
              List.of(new AlarmBinding("errors", "rate(errors{code=\"5&x\"}[1m]) > 0", null)))
          .get("errors");
    }
  }
}
