package dev.longshore.ecs.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.ecs.podsecurity.Place.Elements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says of a pod template what the API server's Pod Security admission would say of its pods, so
 * that a definition is refused with its field before a pod is made. The server is asked the same
 * questions in a test.
 */
public final class PodSecurityStandards {
  /** Kernel parameters of its own that a pod may set (baseline, and so restricted). */
  public static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ping_group_range",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_wmem");

  private PodSecurityStandards() {}

  /** Of a whole template; elements of lists are called by their names. */
  public static List<Violation> of(JsonNode template, PodSecurityProfile profile) {
    Place pod = new Place("", template, Elements.BY_NAME);
    return switch (profile) {
      case BASELINE -> distinct(violations(Baseline.CHECKS, pod));
      case RESTRICTED ->
          distinct(
              Stream.concat(violations(Baseline.CHECKS, pod), violations(Restricted.CHECKS, pod)));
    };
  }

  /**
   * What baseline forbids in a piece of a template, whatever the rest is: it only forbids, and asks
   * for nothing. Elements of lists are called by their places.
   */
  public static List<Violation> ofPiece(JsonNode piece) {
    return distinct(violations(Baseline.CHECKS, new Place("", piece, Elements.BY_INDEX)));
  }

  private static Stream<Violation> violations(List<Check> checks, Place pod) {
    return checks.stream().flatMap(check -> check.of(pod));
  }

  /** Where both profiles forbid a value, the looser one says so: it holds everywhere. */
  private static List<Violation> distinct(Stream<Violation> all) {
    Map<List<String>, Violation> byPlace = new LinkedHashMap<>();
    all.forEach(it -> byPlace.putIfAbsent(List.of(it.path(), it.found()), it));
    return List.copyOf(byPlace.values());
  }
}
