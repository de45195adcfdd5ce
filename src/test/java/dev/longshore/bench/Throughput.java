package dev.longshore.bench;

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
    int there = bed.services() + WARM;
    warm(there);
    BareWriter warm = BareWriter.like("warm-0", bed, bed.freshNamespace());
    Load.of(0, WARM, warm::write);
    for (int size : sizes) {
      Bare bare = bare(size);
      Operator operator = operator(size, there);
      there += size;
      Figures.print("throughput-bare", bare.rate(), "services/s", size);
      Figures.print("throughput", operator.rate(), "services/s", size);
      Figures.print("throughput/bare", operator.rate() / bare.rate(), "ratio", size);
      Figures.print("throughput-steady/bare", operator.steadyRate() / bare.rate(), "ratio", size);
      Figures.print("cpu-per-service-bare", bare.cpu(), "ms", size);
      Figures.print("cpu-per-service", operator.cpu(), "ms", size);
      Figures.print("cpu-per-service/bare", operator.cpu() / bare.cpu(), "ratio", size);
    }
  }

  /** Unmeasured, so that it may be watched closely. */
  private void warm(int steady) throws Exception {
    try (Changed changed = Changed.in(bed)) {
      int before = bed.operatorAsked().requests().size();
      Load.of(0, WARM, number -> bed.service(Bed.SERVED, "warm-" + number, 1));
      bed.steady(steady);
      changed.print("redundant-writes:new", writes(before), WARM);
    }
  }

  private List<Request> writes(int before) {
    return bed.operatorAsked().requests().stream().skip(before).filter(Request::writes).toList();
  }

  /** What the bare writer does: sets a second, and the processor time that one takes it. */
  private record Bare(double rate, double cpu) {}

  private Bare bare(int size) throws Exception {
    BareWriter writer = BareWriter.like("warm-0", bed, bed.freshNamespace());
    Figures.print("bare-writes-per-service", writer.requests(), "requests", size);
    Duration cpu = cpu();
    long began = System.nanoTime();
    Load.of(0, size, writer::write);
    double rate = size / ((System.nanoTime() - began) / 1e9);
    return new Bare(rate, Figures.milliseconds(cpu().minus(cpu)) / size);
  }

  /** Of this process, in which the bare writer runs. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * What the operator does.
   *
   * @param rate services a second, reconciled
   * @param steadyRate services a second, steady
   * @param cpu its processor time for one
   */
  private record Operator(double rate, double steadyRate, double cpu) {}

  private Operator operator(int size, int there) throws Exception {
    int before = bed.operatorAsked().requests().size();
    Duration cpu = bed.operator().cpu();
    long runs = bed.operator().reconciliations();
    Instant began = Instant.now();
    Load.of(there, size, number -> bed.service(Bed.SERVED, "web-" + number, 1));
    bed.steady(there + size);
    double used = Figures.milliseconds(bed.operator().cpu().minus(cpu)) / size;
    List<Request> writes = writes(before);
    report("writes-per-service", writes, size);
    Figures.print(
        "reconciliations-per-service",
        (double) (bed.operator().reconciliations() - runs) / size,
        "runs",
        size);
    return new Operator(
        size / seconds(began, firsts(writes)), size / seconds(began, statuses(writes)), used);
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

  static void report(String name, List<Request> writes, int size) {
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
                "%s:%s:%s".formatted(name, right.verb(), right.resource()),
                (double) count / size,
                "requests",
                size));
    Figures.print(name, (double) writes.size() / size, "requests", size);
  }

  private static double seconds(Instant from, Instant to) {
    return Figures.milliseconds(Duration.between(from, to)) / 1e3;
  }
}
