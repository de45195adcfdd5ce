package dev.longshore.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A client on the node that asks a web server again and again, each time over a new connection, and
 * counts what is not answered with 200. It is a process of its own, for only that can enter the
 * node's network.
 */
public final class Traffic {
  private static final int CLIENTS = 4;
  private static final int PAUSE_MILLIS = 3;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final byte[] REQUEST =
      "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final BufferedReader answers;

  private Traffic(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Requests of a client, those that failed, and how the first of these did. */
  public record Count(int requests, int failed, String first) {}

  static Traffic start(List<String> nodePrefix, String address, int port) throws IOException {
    List<String> command = new ArrayList<>(nodePrefix);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx64m", "-cp", Path.of("target/test-classes").toString()));
    command.addAll(List.of(Traffic.class.getName(), address, String.valueOf(port)));
    return new Traffic(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** How many requests it has begun. */
  public int requests() throws IOException {
    process.getOutputStream().write('?');
    process.getOutputStream().flush();
    return Integer.parseInt(line());
  }

  /** Ends the client and gives its count. */
  public Count stop() throws IOException {
    process.getOutputStream().close();
    String[] words = line().split(" ", 3);
    return new Count(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2]);
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the client has ended");
    }
    return line;
  }

  /**
   * The client itself: address and port, until its input ends; each byte of it asks for a count.
   */
  public static void main(String[] arguments) throws Exception {
    InetSocketAddress server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    AtomicBoolean on = new AtomicBoolean(true);
    AtomicInteger requests = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicReference<String> first = new AtomicReference<>("none");
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (on.get()) {
                      requests.incrementAndGet();
                      Optional<String> fault = fault(server);
                      if (fault.isPresent()) {
                        failed.incrementAndGet();
                        first.compareAndSet("none", fault.get());
                      }
                      pause();
                    }
                  }));
    }
    while (System.in.read() >= 0) {
      System.out.println(requests);
      System.out.flush();
    }
    on.set(false);
    for (Thread client : clients) {
      client.join();
    }
    System.out.println(requests + " " + failed + " " + first);
  }

  private static Optional<String> fault(InetSocketAddress server) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(server, TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(REQUEST);
      out.flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return answer.startsWith("HTTP/1.1 200 ")
          ? Optional.empty()
          : Optional.of("answer: " + answer.lines().findFirst().orElse("empty"));
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
