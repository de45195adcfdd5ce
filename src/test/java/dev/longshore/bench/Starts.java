package dev.longshore.bench;

import dev.longshore.testing.AuditLog.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * How long after the start of its process the operator does its first work: with one service, and
 * with all that were made so far and hold ten events each.
 */
record Starts(Bed bed) {
  private static final int EVENTS = 10;
  private static final double KIB = 1024;

  void first() throws Exception {
    bed.stopOperator();
    bed.service(Bed.SERVED, "first", 1);
    print("start-to-first-child", reaction("first"), 1);
  }

  void again() throws Exception {
    bed.stopOperator();
    bed.fillEvents(EVENTS);
    bed.service(Bed.SERVED, "first", 2);
    int services = bed.services();
    print("restart-to-first-change", reaction("first"), services);
    Thread.sleep(Duration.ofSeconds(10));
    double heap = bed.operator().heap() / KIB;
    double empty = bed.emptyHeap() / KIB;
    Figures.print("heap", heap, "MiB", services);
    Figures.print("heap-without-a-service", empty, "MiB", 0);
    Figures.print("heap-per-1000-services", (heap - empty) * 1000 / services, "MiB", services);
  }

  /**
   * The operator's first work after its start.
   *
   * @param process from the start of the process
   * @param request from its first request, when the JVM is up
   */
  private record Reaction(Duration process, Duration request) {}

  private Reaction reaction(String service) throws IOException {
    Instant began = Instant.now();
    bed.startOperator();
    Bed.await()
        .pollInterval(Duration.ofMillis(500))
        .until(() -> firstWrite(service, began) != null);
    Instant first = firstWrite(service, began);
    Instant request =
        bed.operatorAsked().requests().stream()
            .map(Request::at)
            .filter(began::isBefore)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Reaction(Duration.between(began, first), Duration.between(request, first));
  }

  private static void print(String name, Reaction reaction, int services)
      throws IOException, InterruptedException {
    double process = Figures.milliseconds(reaction.process());
    Figures.print(name, process, "ms", services);
    Figures.print(name + "/java-version", process / javaVersion(), "ratio", services);
    Figures.print(
        name + "-after-first-request", Figures.milliseconds(reaction.request()), "ms", services);
  }

  private Instant firstWrite(String service, Instant since) {
    return bed.operatorAsked().requests().stream()
        .filter(Request::writes)
        .filter(it -> it.right().resource().equals("deployments"))
        .filter(it -> it.name().startsWith(service + "-") && it.at().isAfter(since))
        .map(Request::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static double javaVersion() throws IOException, InterruptedException {
    long began = System.nanoTime();
    new ProcessBuilder(OperatorProcess.JAVA.resolve("java").toString(), "-version")
        .start()
        .waitFor();
    return (System.nanoTime() - began) / 1e6;
  }
}
