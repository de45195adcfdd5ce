package dev.longshore.bench;

import dev.longshore.localcluster.OperatorHome;
import dev.longshore.testing.AuditLog.Request;
import dev.longshore.testing.TestCache;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures an operator in its own process, as it is in its image, under the chart's account, on a
 * real API server with simulated nodes. Every figure stands beside one that was measured in the
 * same run; nothing is judged here.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  private static final Path JAR = Path.of("target/longshore.jar");

  @Option(
      names = "--services",
      split = ",",
      defaultValue = "300,1000",
      description = "How many services are made at once; one throughput each.")
  List<Integer> services = List.of();

  @Option(names = "--changes", defaultValue = "200", description = "Paced changes of a spec.")
  int changes;

  @Option(names = "--quiet", defaultValue = "30", description = "Seconds of silence.")
  int quiet;

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "start,throughput,change,quiet,roll,restart",
      description = "Of ${DEFAULT-VALUE}, in this order.")
  List<String> parts = List.of();

  @Option(
      names = "--profile",
      description = "Leave a flight recording of the operator; `jfr view hot-methods` reads it.")
  boolean profile;

  @Option(names = "--plain", description = "Without the AOT cache that the image has.")
  boolean plain;

  @Option(names = "--directory", defaultValue = "target/bench", description = "For what is kept.")
  Path directory = Path.of("target/bench");

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (OperatorHome home = OperatorHome.of(JAR)) {
      if (!plain && !profile) {
        home.rehearse(TestCache.directory());
      }
      return run(profile ? recorded() : home.command());
    }
  }

  private int run(List<String> longshore) throws Exception {
    try (Bed bed = Bed.up(directory, longshore)) {
      for (String part : parts) {
        run(part, bed);
      }
      errors(bed);
    }
    return 0;
  }

  /** Requests of the operator that the API server refused or failed, in all parts. */
  private static void errors(Bed bed) {
    Map<Integer, Long> codes =
        bed.operatorAsked().requests().stream()
            .map(Request::code)
            .filter(it -> it >= HttpURLConnection.HTTP_BAD_REQUEST)
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    int services = bed.services();
    codes.forEach((code, n) -> Figures.print("errors:" + code, n, "requests", services));
    long all = codes.values().stream().mapToLong(Long::longValue).sum();
    Figures.print("errors", all, "requests", services);
  }

  /** The Java of the image records no flight. */
  private List<String> recorded() {
    return List.of(
        OperatorProcess.JAVA.resolve("java").toString(),
        "-XX:StartFlightRecording:settings=profile,filename=" + directory.resolve("operator.jfr"),
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        JAR.toString());
  }

  private void run(String part, Bed bed) throws Exception {
    switch (part) {
      case "start" -> new Starts(bed).first();
      case "throughput" -> new Throughput(bed).run(services);
      case "change" -> new Changes(bed, changes).run();
      case "quiet" -> new Quiet(bed, quiet).run();
      case "roll" -> new Rolls(bed).run();
      case "restart" -> new Starts(bed).again();
      default -> throw new IllegalArgumentException("--parts: there is no part " + part);
    }
  }
}
