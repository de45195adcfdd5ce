package dev.longshore.ecs.podsecurity;

import static dev.longshore.api.ecs.v1.PodSecurityProfile.RESTRICTED;
import static dev.longshore.ecs.podsecurity.Check.CONTAINERS;
import static dev.longshore.ecs.podsecurity.Check.contexts;
import static dev.longshore.ecs.podsecurity.Check.oneOf;
import static dev.longshore.ecs.podsecurity.Check.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What profile restricted asks beyond {@link Baseline}, as Kubernetes 1.36 enforces it. */
final class Restricted {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final JsonNode NOTHING = MissingNode.getInstance();

  static final List<Check> CHECKS =
      List.of(
          Restricted::volumes,
          required("allowPrivilegeEscalation", Restricted::isFalse, "set it to false")
              .when(pod -> !isWindows(pod)),
          inherited("runAsNonRoot", it -> it.node().asBoolean(), "set it to true")
              .when(pod -> !Baseline.hasOwnUsers(pod)),
          contexts(
                  RESTRICTED,
                  "runAsUser",
                  it -> it.node().asLong() != 0,
                  "set it to another number")
              .when(pod -> !Baseline.hasOwnUsers(pod)),
          inherited(
                  "seccompProfile.type",
                  oneOf("RuntimeDefault", "Localhost"),
                  "use RuntimeDefault or Localhost")
              .when(pod -> !isWindows(pod)),
          required("capabilities.drop", Restricted::dropsAll, "set it to [ALL]")
              .when(pod -> !isWindows(pod)),
          values(
                  RESTRICTED,
                  CONTAINERS + ".securityContext.capabilities.add[]",
                  oneOf("NET_BIND_SERVICE"),
                  "remove the capability")
              .when(pod -> !isWindows(pod)),
          values(
              RESTRICTED,
              CONTAINERS + ".securityContext.procMount",
              oneOf("Default"),
              "remove it"));

  private Restricted() {}

  /** Each container has to say it for itself. */
  private static Check required(String member, Predicate<Place> allowed, String remedy) {
    return pod ->
        pod.find(CONTAINERS)
            .map(container -> said(container, member))
            .filter(place -> !allowed.test(place))
            .map(place -> Violation.of(place, RESTRICTED, remedy));
  }

  /** What the pod says holds for the containers that say nothing; nobody may say otherwise. */
  private static Check inherited(String member, Predicate<Place> allowed, String remedy) {
    Check wrong = contexts(RESTRICTED, member, allowed, remedy);
    Check missing =
        pod ->
            pod.find(CONTAINERS)
                .map(container -> said(container, member))
                .filter(place -> place.node().isMissingNode())
                .map(place -> Violation.of(place, RESTRICTED, remedy));
    return pod ->
        Stream.concat(
            wrong.of(pod),
            pod.find("spec.securityContext." + member).anyMatch(allowed)
                ? Stream.empty()
                : missing.of(pod));
  }

  private static Place said(Place container, String member) {
    String path = "securityContext." + member;
    return container
        .find(path)
        .findFirst()
        .orElseGet(() -> new Place(container.path() + "." + path, NOTHING, container.elements()));
  }

  private static Stream<Violation> volumes(Place pod) {
    return pod.find("spec.volumes[]")
        .flatMap(
            volume -> {
              Set<String> kinds =
                  volume.node().properties().stream()
                      .filter(it -> !it.getKey().equals("name") && !it.getValue().isNull())
                      .map(it -> it.getKey())
                      .collect(Collectors.toSet());
              return kinds.stream().anyMatch(VOLUMES::contains)
                  ? Stream.empty()
                  : kinds.stream().map(volume::member);
            })
        .map(place -> Violation.of(place, RESTRICTED, "use a PersistentVolumeClaim"));
  }

  private static boolean dropsAll(Place drop) {
    return drop.node().valueStream().anyMatch(it -> it.asText().equals("ALL"));
  }

  private static boolean isFalse(Place place) {
    return place.node().isBoolean() && !place.node().asBoolean();
  }

  private static boolean isWindows(Place pod) {
    return pod.find("spec.os.name").anyMatch(oneOf("windows"));
  }
}
