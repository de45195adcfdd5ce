package dev.longshore.localcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of one cluster, chosen once and kept, so that its kubeconfig stays valid. */
record Ports(Map<Port, Integer> numbers) {
  // Below the kernel's ephemeral range: an outgoing connection must not take a port before us.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  Ports {
    numbers = Map.copyOf(numbers);
  }

  int of(Port port) {
    return numbers.getOrDefault(port, 0);
  }

  /** Holds all of them open until the last one is found, so that no two are the same. */
  static Ports reserve() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      Map<Port, Integer> numbers = new EnumMap<>(Port.class);
      for (Port port : Port.values()) {
        ServerSocket socket = free();
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      return new Ports(numbers);
    } finally {
      held.forEach(Ports::close);
    }
  }

  /** Those that another process has; a cluster that is started again may find its own taken. */
  List<Integer> taken() {
    return numbers.values().stream().filter(number -> !isFree(number)).sorted().toList();
  }

  private static boolean isFree(int number) {
    try {
      close(new ServerSocket(number, 1, InetAddress.getLoopbackAddress()));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  void writeTo(Properties properties) {
    numbers.forEach((port, number) -> properties.setProperty("port." + port, "" + number));
  }

  static Ports readFrom(Properties properties) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, Integer.parseInt(properties.getProperty("port." + port, "0")));
    }
    return new Ports(numbers);
  }

  private static ServerSocket free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        return new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress());
      } catch (IOException taken) {
        continue;
      }
    }
    throw new LocalClusterException("No free loopback port between 20000 and 32000");
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
