package dev.longshore.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves {@code /livez}, {@code /readyz} and {@code /metrics} to kubelet and Prometheus. */
final class ManagementServer implements AutoCloseable {
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  /**
   * One answer.
   *
   * @param right 200 when true, else 503
   */
  record Answer(boolean right, String body) {}

  static ManagementServer start(int port, Supplier<Answer> ready, Supplier<String> metrics)
      throws IOException {
    ManagementServer result =
        new ManagementServer(HttpServer.create(new InetSocketAddress(port), 0));
    // liveness says only that the process answers: a lost leader or API server is not cured by a
    // restart
    result.serve("/livez", PLAIN, () -> new Answer(true, "ok\n"));
    result.serve("/readyz", PLAIN, ready);
    result.serve("/metrics", METRICS, () -> new Answer(true, metrics.get()));
    result.server.setExecutor(result.threads);
    result.server.start();
    return result;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void serve(String path, String type, Supplier<Answer> answers) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(path);
            reply(exchange, type, known ? answers.get() : null);
          }
        });
  }

  private static void reply(HttpExchange exchange, String type, @Nullable Answer answer)
      throws IOException {
    byte[] body = (answer == null ? "not found\n" : answer.body()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code(answer), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static int code(@Nullable Answer answer) {
    if (answer == null) {
      return HttpURLConnection.HTTP_NOT_FOUND;
    }
    return answer.right() ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE;
  }
}
