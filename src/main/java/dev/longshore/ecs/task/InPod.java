package dev.longshore.ecs.task;

import dev.longshore.ecs.pods.PodPhase;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container's pod makes of it.
 *
 * @param place where in the pod it is
 * @param restarts whether the pod can still start it again
 * @param pullSecrets with which its image is pulled, whether or not they exist
 */
record InPod(Place place, Restarts restarts, List<String> pullSecrets) {

  /** Where dependsOn put a container. */
  enum Place {
    /** Among the pod's containers. */
    MAIN,
    /** An init container that others wait for until it has ended. */
    FIRST,
    /** A sidecar: the kubelet starts it again whatever happens. */
    BESIDE
  }

  /** What follows an end of a container that has a restartPolicy. */
  enum Restarts {
    /** Nothing: the pod has no rule for it, as an older server knows none. */
    NEVER,
    /** What the pod's rules say. */
    POSSIBLE,
    /** Nothing any more: the pod has ended or is being deleted. */
    OVER
  }

  InPod {
    pullSecrets = List.copyOf(pullSecrets);
  }

  /** Before there is a pod every container is like any other. */
  static InPod of(String container, Optional<Pod> pod) {
    return pod.map(it -> of(container, it))
        .orElseGet(() -> new InPod(Place.MAIN, Restarts.NEVER, List.of()));
  }

  private static InPod of(String container, Pod pod) {
    Optional<Container> first = named(container, pod.getSpec().getInitContainers());
    Optional<Place> before = first.map(it -> always(it) ? Place.BESIDE : Place.FIRST);
    List<String> pullSecrets =
        pod.getSpec().getImagePullSecrets().stream().map(LocalObjectReference::getName).toList();
    boolean ruled =
        Stream.concat(first.stream(), named(container, pod.getSpec().getContainers()).stream())
            .anyMatch(it -> always(it) || !it.getRestartPolicyRules().isEmpty());
    return new InPod(
        before.orElse(Place.MAIN), ruled ? restarts(pod) : Restarts.NEVER, pullSecrets);
  }

  private static Restarts restarts(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null || PodPhase.ended(pod)
        ? Restarts.OVER
        : Restarts.POSSIBLE;
  }

  private static boolean always(Container container) {
    return "Always".equals(container.getRestartPolicy());
  }

  private static Optional<Container> named(String name, List<Container> containers) {
    return containers.stream().filter(it -> name.equals(it.getName())).findFirst();
  }
}
