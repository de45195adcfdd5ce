package dev.longshore.ecs.podsecurity;

import dev.longshore.api.ecs.v1.PodSecurityProfile;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One control of the standards, applied to a whole pod template. */
@FunctionalInterface
interface Check {
  /** Every list of containers that a pod may have. */
  String CONTAINERS = "spec.{containers,initContainers,ephemeralContainers}[]";

  Stream<Violation> of(Place pod);

  /** The same for pods of which this holds, and nothing for others. */
  default Check when(Predicate<Place> applies) {
    return pod -> applies.test(pod) ? of(pod) : Stream.empty();
  }

  /** Values that are there and are not allowed. */
  static Check values(
      PodSecurityProfile profile, String pattern, Predicate<Place> allowed, String remedy) {
    return pod ->
        pod.find(pattern)
            .filter(place -> !allowed.test(place))
            .map(place -> Violation.of(place, profile, remedy));
  }

  /** The same for a member of the security contexts of the pod and of its containers. */
  static Check contexts(
      PodSecurityProfile profile, String member, Predicate<Place> allowed, String remedy) {
    Check own = values(profile, "spec.securityContext." + member, allowed, remedy);
    Check each = values(profile, CONTAINERS + ".securityContext." + member, allowed, remedy);
    return pod -> Stream.concat(own.of(pod), each.of(pod));
  }

  static Predicate<Place> oneOf(String... texts) {
    return place -> List.of(texts).contains(place.node().asText());
  }
}
