package dev.longshore.ecs.podsecurity;

import static dev.longshore.api.ecs.v1.PodSecurityProfile.BASELINE;
import static dev.longshore.ecs.podsecurity.Check.CONTAINERS;
import static dev.longshore.ecs.podsecurity.Check.contexts;
import static dev.longshore.ecs.podsecurity.Check.oneOf;
import static dev.longshore.ecs.podsecurity.Check.values;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Profile baseline of the Pod Security Standards, as Kubernetes 1.36 enforces it. */
final class Baseline {
  static final List<Check> CHECKS =
      List.of(
          values(BASELINE, "spec.{hostNetwork,hostPID,hostIPC}", off(), "remove it"),
          values(BASELINE, CONTAINERS + ".securityContext.privileged", off(), "remove it"),
          values(
              BASELINE,
              CONTAINERS + ".securityContext.capabilities.add[]",
              oneOf(
                  "AUDIT_WRITE",
                  "CHOWN",
                  "DAC_OVERRIDE",
                  "FOWNER",
                  "FSETID",
                  "KILL",
                  "MKNOD",
                  "NET_BIND_SERVICE",
                  "SETFCAP",
                  "SETGID",
                  "SETPCAP",
                  "SETUID",
                  "SYS_CHROOT"),
              "remove the capability"),
          values(BASELINE, "spec.volumes[].hostPath", never(), "use a PersistentVolumeClaim"),
          values(
              BASELINE,
              CONTAINERS + ".ports[].hostPort",
              place -> place.node().asInt() == 0,
              "remove it, and reach the tasks by their Service"),
          values(
              BASELINE,
              CONTAINERS + ".{livenessProbe,readinessProbe,startupProbe}.{httpGet,tcpSocket}.host",
              oneOf(""),
              "remove it: a probe asks its own pod"),
          values(
              BASELINE,
              CONTAINERS + ".lifecycle.{postStart,preStop}.{httpGet,tcpSocket}.host",
              oneOf(""),
              "remove it: a hook asks its own pod"),
          contexts(
              BASELINE,
              "appArmorProfile.type",
              oneOf("RuntimeDefault", "Localhost"),
              "use RuntimeDefault or Localhost"),
          Baseline::appArmorAnnotations,
          contexts(
              BASELINE,
              "seLinuxOptions.type",
              oneOf("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"),
              "remove it"),
          contexts(BASELINE, "seLinuxOptions.{user,role}", oneOf(""), "remove it"),
          values(BASELINE, CONTAINERS + ".securityContext.procMount", oneOf("Default"), "remove it")
              .when(pod -> !hasOwnUsers(pod)),
          contexts(
              BASELINE,
              "seccompProfile.type",
              oneOf("RuntimeDefault", "Localhost"),
              "use RuntimeDefault or Localhost"),
          values(
              BASELINE,
              "spec.securityContext.sysctls[].name",
              place -> PodSecurityStandards.SYSCTLS.contains(place.node().asText()),
              "set it on the nodes"),
          contexts(BASELINE, "windowsOptions.hostProcess", off(), "remove it"));

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private Baseline() {}

  /** Whether root inside the pod is nobody on the node. */
  static boolean hasOwnUsers(Place pod) {
    return pod.find("spec.hostUsers").anyMatch(off());
  }

  /** The form of before Kubernetes 1.30, which is still honoured. */
  private static Stream<Violation> appArmorAnnotations(Place pod) {
    return pod.find("metadata.annotations")
        .flatMap(all -> all.node().properties().stream().map(it -> all.member(it.getKey())))
        .filter(place -> place.path().startsWith("metadata.annotations." + APP_ARMOR))
        .filter(place -> !place.node().asText().matches("|runtime/default|localhost/.*"))
        .map(place -> Violation.of(place, BASELINE, "remove it"));
  }

  private static Predicate<Place> off() {
    return place -> !place.node().asBoolean();
  }

  private static Predicate<Place> never() {
    return place -> false;
  }
}
