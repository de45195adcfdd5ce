package dev.longshore.bench;

import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Request;
import dev.longshore.testing.AuditLog.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many new services a second are reconciled, beside a writer that only writes the same objects.
 * Times are the API server's own. A service counts as reconciled when its children and its first
 * status are written; and as steady when its task runs and that is told.
 */
record Throughput(Bed bed) {
  private static final int WARM = 100;

  void run(List<Integer> sizes) throws Exception {
    Load.of(0, WARM, number -> bed.service(Bed.SERVED, "warm-" + number, 1));
    bed.steady(WARM);
    int there = WARM;
    BareWriter warm = BareWriter.like("warm-0", bed, bed.freshNamespace());
    Load.of(0, WARM, warm::write);
    for (int size : sizes) {
      double bare = bare(size);
      double[] operator = operator(size, there);
      there += size;
      Figures.print("throughput-bare", bare, "services/s", size);
      Figures.print("throughput", operator[0], "services/s", size);
      Figures.print("throughput/bare", operator[0] / bare, "ratio", size);
      Figures.print("throughput-steady/bare", operator[1] / bare, "ratio", size);
    }
  }

  private double bare(int size) throws Exception {
    BareWriter writer = BareWriter.like("warm-0", bed, bed.freshNamespace());
    Figures.print("bare-writes-per-service", writer.requests(), "requests", size);
    long began = System.nanoTime();
    Load.of(0, size, writer::write);
    return size / ((System.nanoTime() - began) / 1e9);
  }

  /** Services a second, reconciled and steady. */
  private double[] operator(int size, int there) throws Exception {
    int before = bed.operatorAsked().requests().size();
    Duration cpu = bed.operator().cpu();
    long runs = bed.operator().reconciliations();
    Instant began = Instant.now();
    Load.of(there, size, number -> bed.service(Bed.SERVED, "web-" + number, 1));
    bed.steady(there + size);
    AuditLog log = bed.operatorAsked();
    List<Request> writes = log.requests().stream().skip(before).filter(Request::writes).toList();
    report(writes, size);
    Figures.print(
        "reconciliations-per-service",
        (double) (bed.operator().reconciliations() - runs) / size,
        "runs",
        size);
    Figures.print(
        "cpu-per-service",
        Figures.milliseconds(bed.operator().cpu().minus(cpu)) / size,
        "ms",
        size);
    return new double[] {
      size / seconds(began, firsts(writes)), size / seconds(began, statuses(writes))
    };
  }

  /** The last of the first writes of anything. */
  private static Instant firsts(List<Request> writes) {
    Map<String, Instant> first = new HashMap<>();
    writes.stream()
        .filter(it -> !it.right().resource().equals("events") && !it.name().equals("default"))
        .forEach(it -> first.putIfAbsent(it.right().resource() + " " + it.name(), it.at()));
    return first.values().stream().max(Instant::compareTo).orElseThrow();
  }

  private static Instant statuses(List<Request> writes) {
    return writes.stream()
        .filter(it -> it.right().resource().equals("services/status"))
        .map(Request::at)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  static void report(List<Request> writes, int size) {
    Map<Right, Long> counts =
        writes.stream()
            .collect(
                Collectors.groupingBy(
                    Request::right,
                    () -> new TreeMap<>(dev.longshore.testing.InstalledChart.ORDER),
                    Collectors.counting()));
    counts.forEach(
        (right, count) ->
            Figures.print(
                "writes-per-service:%s:%s".formatted(right.verb(), right.resource()),
                (double) count / size,
                "requests",
                size));
    Figures.print("writes-per-service", (double) writes.size() / size, "requests", size);
  }

  private static double seconds(Instant from, Instant to) {
    return Figures.milliseconds(Duration.between(from, to)) / 1e3;
  }
}
