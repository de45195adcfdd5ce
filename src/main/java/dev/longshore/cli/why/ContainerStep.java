package dev.longshore.cli.why;

import dev.longshore.core.Names;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the kubelet says of the containers: image first, then the process. */
final class ContainerStep {
  private static final Set<String> PULL =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "ImageInspectError",
          "RegistryUnavailable");
  private static final Set<String> PATIENCE = Set.of("PodInitializing", "ContainerCreating");

  private ContainerStep() {}

  static Optional<Fault> image(Scene scene) {
    return scene.pods().stream().flatMap(ContainerStep::images).findFirst();
  }

  static Optional<Fault> container(Scene scene) {
    return scene.pods().stream().flatMap(ContainerStep::containers).findFirst();
  }

  /** Of a task that runs all the same: nobody stops it, and nobody replaces it. */
  static Optional<Fault> unhealthy(Scene scene) {
    return scene.pods().stream()
        .flatMap(pod -> scene.subject().unhealthy().stream().map(it -> unhealthy(pod, it)))
        .findFirst();
  }

  private static Fault unhealthy(Pod pod, String container) {
    return new Fault(
        "container",
        named(pod),
        "container %s of %s is UNHEALTHY: it runs, and its healthCheck fails; run the check's command in it: kubectl exec %s -c %s."
            .formatted(
                container, named(pod), pod.getMetadata().getName(), Names.dnsLabel(container)));
  }

  private static Stream<Fault> images(Pod pod) {
    return statuses(pod)
        .flatMap(
            status ->
                waiting(status)
                    .filter(it -> PULL.contains(it.getReason()))
                    .map(it -> image(pod, status, it))
                    .stream());
  }

  private static Fault image(Pod pod, ContainerStatus status, ContainerStateWaiting why) {
    return new Fault(
        "image",
        named(pod),
        "image %s of container %s cannot be pulled by %s (%s); check its name and tag, and repositoryCredentials if its registry is private."
            .formatted(
                status.getImage(),
                status.getName(),
                named(pod),
                told(why.getReason(), why.getMessage())));
  }

  private static Stream<Fault> containers(Pod pod) {
    return statuses(pod).flatMap(it -> container(pod, it).stream());
  }

  private static Optional<Fault> container(Pod pod, ContainerStatus status) {
    Optional<ContainerStateTerminated> end =
        terminated(status.getState()).or(() -> terminated(status.getLastState()));
    if (end.filter(it -> it.getExitCode() != 0).isPresent()) {
      return end.map(it -> ended(pod, status, it));
    }
    return waiting(status)
        .filter(it -> it.getReason() != null && !PATIENCE.contains(it.getReason()))
        .map(
            it ->
                fault(
                    pod,
                    status,
                    "does not start: " + told(it.getReason(), it.getMessage()),
                    "correct what that names"))
        .or(() -> unready(pod, status));
  }

  private static Fault ended(Pod pod, ContainerStatus status, ContainerStateTerminated end) {
    boolean memory = "OOMKilled".equals(end.getReason());
    String what =
        memory
            ? "was killed for using more memory than its limit"
            : "exited with code " + end.getExitCode();
    String again = status.getRestartCount() == 0 ? "" : ", " + status.getRestartCount() + " times";
    return fault(
        pod,
        status,
        what + again,
        memory
            ? "raise its memory"
            : "read what it wrote: kubectl logs %s -c %s%s"
                .formatted(
                    pod.getMetadata().getName(),
                    status.getName(),
                    terminated(status.getState()).isPresent() ? "" : " --previous"));
  }

  /** It runs, and its health check has not succeeded. */
  private static Optional<Fault> unready(Pod pod, ContainerStatus status) {
    boolean checked =
        pod.getSpec().getContainers().stream()
            .anyMatch(
                it -> it.getName().equals(status.getName()) && it.getReadinessProbe() != null);
    boolean failing =
        checked
            && status.getState() != null
            && status.getState().getRunning() != null
            && Boolean.TRUE.equals(status.getStarted())
            && !Boolean.TRUE.equals(status.getReady());
    return failing
        ? Optional.of(
            fault(
                pod,
                status,
                "runs, and its healthCheck does not succeed",
                "run the check's command in it: kubectl exec %s -c %s"
                    .formatted(pod.getMetadata().getName(), status.getName())))
        : Optional.empty();
  }

  private static Fault fault(Pod pod, ContainerStatus status, String what, String remedy) {
    return new Fault(
        "container",
        named(pod),
        "container %s of %s %s; %s.".formatted(status.getName(), named(pod), what, remedy));
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    return pod.getStatus() == null
        ? Stream.of()
        : Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream());
  }

  private static Optional<ContainerStateWaiting> waiting(ContainerStatus status) {
    return Optional.ofNullable(status.getState()).map(ContainerState::getWaiting);
  }

  private static Optional<ContainerStateTerminated> terminated(@Nullable ContainerState state) {
    return Optional.ofNullable(state).map(ContainerState::getTerminated);
  }

  private static String told(@Nullable String reason, @Nullable String message) {
    return Objects.requireNonNullElse(message == null || message.isEmpty() ? reason : message, "");
  }

  private static String named(Pod pod) {
    return "Pod/" + pod.getMetadata().getName();
  }
}
