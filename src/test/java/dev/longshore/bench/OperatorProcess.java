package dev.longshore.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator in a process of its own, with a heap of one GiB. */
final class OperatorProcess implements AutoCloseable {
  private static final Pattern USED =
      Pattern.compile("(?:DefNew|Tenured|heap) +total .*used (\\d+)K");
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private static final Pattern RUNS =
      Pattern.compile("reconcile_seconds_count\\{controller=\"service\".*\\} (\\d+)");

  private final Process process;
  private final int port;

  private OperatorProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Begins one that works without being elected.
   *
   * @param longshore the command that runs Longshore
   */
  static OperatorProcess start(List<String> longshore, Path kubeconfig, String namespace, File log)
      throws IOException {
    List<String> command = new ArrayList<>(longshore);
    command.add(1, "-Xmx1g");
    command.addAll(List.of("operator", "--kubeconfig=" + kubeconfig, "--namespaces=" + namespace));
    int port = freePort();
    command.addAll(List.of("--port=" + port, "--no-leader-election"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    return new OperatorProcess(process, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** How often a service was reconciled. */
  long reconciliations() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
      Matcher runs =
          RUNS.matcher(
              client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body());
      return runs.find() ? Long.parseLong(runs.group(1)) : 0;
    }
  }

  /** Processor time since it began. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Heap that a full collection leaves, in KiB. */
  long heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    List<String> used =
        USED.matcher(jcmd("GC.heap_info")).results().map(it -> it.group(1)).toList();
    if (used.isEmpty()) {
      throw new IOException("jcmd GC.heap_info prints no used heap");
    }
    return used.stream().mapToLong(Long::parseLong).sum();
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(JAVA.resolve("jcmd").toString(), "" + process.pid(), command)
            .redirectErrorStream(true)
            .start();
    StringBuilder text = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(jcmd.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> text.append(line).append('\n'));
    }
    jcmd.waitFor();
    return text.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
