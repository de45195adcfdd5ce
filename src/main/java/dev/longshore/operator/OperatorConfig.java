package dev.longshore.operator;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the operator process and the only reader of its environment.
 *
 * @param namespaces namespaces to serve; empty for the whole cluster
 * @param resync longest time between two looks at an object
 * @param threads reconciliations at once
 * @param port of the management server; 0 for any free one
 * @param prometheus where deployment alarms are read, if anywhere
 * @param leadership present when several replicas share the work of one
 */
public record OperatorConfig(
    Set<String> namespaces,
    Duration resync,
    int threads,
    int port,
    Optional<URI> prometheus,
    Optional<Leadership> leadership) {

  private static final Duration RESYNC = Duration.ofMinutes(10);
  private static final int THREADS = 16;
  private static final int PORT = 8080;
  private static final int MAX_PORT = 65_535;

  public OperatorConfig {
    namespaces = Set.copyOf(namespaces);
    check(resync.isPositive(), "LONGSHORE_RESYNC", resync.toString(), "a time above zero");
    check(threads > 0, "LONGSHORE_THREADS", String.valueOf(threads), "at least 1");
    check(port >= 0 && port <= MAX_PORT, "LONGSHORE_PORT", String.valueOf(port), "0 to 65535");
  }

  /**
   * Takes part in the election of one working replica.
   *
   * @param namespace where the Lease is
   * @param identity this replica's name, its pod's
   */
  public record Leadership(String namespace, String identity) {}

  /** Everything at its default: whole cluster, one replica. */
  public static OperatorConfig defaults() {
    return of(Map.of());
  }

  /** The variables of this process. */
  public static Map<String, String> environment() {
    return System.getenv();
  }

  /** The settings in the given variables; a value that is not usable is named with its remedy. */
  public static OperatorConfig of(Map<String, String> environment) {
    return new OperatorConfig(
        Arrays.stream(environment.getOrDefault("LONGSHORE_NAMESPACES", "").split("[,\\s]+"))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet()),
        duration(environment.getOrDefault("LONGSHORE_RESYNC", "")),
        number(environment, "LONGSHORE_THREADS", THREADS),
        number(environment, "LONGSHORE_PORT", PORT),
        address(environment.getOrDefault("LONGSHORE_PROMETHEUS_URL", "")),
        leadership(environment));
  }

  private static Optional<Leadership> leadership(Map<String, String> environment) {
    if (!Boolean.parseBoolean(environment.get("LONGSHORE_LEADER_ELECTION"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Leadership(needed(environment, "POD_NAMESPACE"), needed(environment, "POD_NAME")));
  }

  private static String needed(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    check(!value.isEmpty(), name, value, "set when LONGSHORE_LEADER_ELECTION is true");
    return value;
  }

  private static Optional<URI> address(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean web = text.matches("https?://[^\\s/?#]+[^\\s?#]*");
    check(
        web,
        "LONGSHORE_PROMETHEUS_URL",
        text,
        "an address such as http://prometheus.monitoring:9090");
    return Optional.of(URI.create(text));
  }

  private static Duration duration(String text) {
    if (text.isEmpty()) {
      return RESYNC;
    }
    try {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "LONGSHORE_RESYNC: '%s' is not a time; write it like 90s, 10m or 1h.".formatted(text), e);
    }
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, "");
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a whole number.".formatted(name, text), e);
    }
  }

  private static void check(boolean right, String name, String value, String wanted) {
    if (!right) {
      throw new IllegalArgumentException("%s: '%s' must be %s.".formatted(name, value, wanted));
    }
  }
}
