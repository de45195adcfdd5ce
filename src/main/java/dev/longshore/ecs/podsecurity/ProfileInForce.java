package dev.longshore.ecs.podsecurity;

import static dev.longshore.api.ecs.v1.PodSecurityProfile.BASELINE;
import static dev.longshore.api.ecs.v1.PodSecurityProfile.RESTRICTED;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ClusterSpec;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import dev.longshore.core.Resolution;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which profile holds in a namespace: the stricter of what its cluster asks for and what the
 * namespace enforces. A namespace that enforces less than baseline loosens nothing: whoever may
 * write definitions need not be whoever may make privileged pods there.
 */
public final class ProfileInForce {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final String STRICT = "restricted";

  private ProfileInForce() {}

  public static PodSecurityProfile of(Optional<Cluster> cluster, Optional<Namespace> namespace) {
    boolean asked =
        cluster
            .map(Cluster::getSpec)
            .map(ClusterSpec::kubernetes)
            .map(ClusterKubernetes::podSecurity)
            .filter(STRICT::equals)
            .isPresent();
    boolean enforced = namespace.map(ProfileInForce::enforced).filter(STRICT::equals).isPresent();
    return asked || enforced ? RESTRICTED : BASELINE;
  }

  /** The namespace, whose label has to be known before a pod is made. */
  public static Resolution<Namespace> seen(Optional<Namespace> namespace, String name) {
    return namespace
        .map(Resolution::of)
        .orElseGet(
            () ->
                Resolution.missing(
                    "NamespaceNotSeen",
                    "Namespace %s is not known yet, nor what Pod Security it enforces; the operator needs to list and watch namespaces."
                        .formatted(name)));
  }

  /** Whether what a namespace enforces is another thing than before. */
  public static boolean changed(Namespace now, Namespace before) {
    return !enforced(now).equals(enforced(before));
  }

  private static String enforced(Namespace namespace) {
    Map<String, String> labels = namespace.getMetadata().getLabels();
    return Objects.requireNonNullElse(labels, Map.<String, String>of()).getOrDefault(ENFORCE, "");
  }
}
