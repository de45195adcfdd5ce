package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Container;
import dev.longshore.api.ecs.v1.NetworkInterface;
import dev.longshore.core.Arns;
import dev.longshore.core.Digest;
import dev.longshore.ecs.pods.Images;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodIP;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The containers of a task as DescribeTasks shows them. What was told of one is kept when the pod
 * does not tell it any more.
 */
record TaskContainers(TaskRun run, String cluster, String id) {
  private static final int ID = 32;

  List<Container> list(List<Container> old, Instant now) {
    return run.seen().containers().isEmpty()
        ? old
        : run.seen().containers().stream().map(it -> container(it, old, now)).toList();
  }

  private Container container(TaskContainer seen, List<Container> old, Instant now) {
    Optional<Container> before =
        old.stream().filter(it -> seen.name().equals(it.name())).findFirst();
    Optional<ContainerStatus> status = Optional.ofNullable(seen.status());
    return new Container(
        Arns.container(cluster, id, Digest.of(id, seen.name()).hex(ID)),
        Arns.task(cluster, id),
        seen.name(),
        seen.definition().image(),
        status
            .flatMap(it -> Images.digest(it.getImageID()))
            .or(() -> before.map(Container::imageDigest))
            .orElse(null),
        status
            .map(it -> afterSlashes(it.getContainerID()))
            .or(() -> before.map(Container::runtimeId))
            .orElse(null),
        lastStatus(seen),
        seen.exitCode().or(() -> before.map(Container::exitCode)).orElse(null),
        reason(seen, before).orElse(null),
        interfaces(before.map(Container::networkInterfaces).orElse(List.of())),
        run.stop().isPresent() && before.isPresent()
            ? before.get().healthStatus()
            : TaskHealth.of(seen, now),
        seen.definition().cpu(),
        seen.definition().memory(),
        text(seen.definition().memoryReservation()));
  }

  /** What kept a container from starting outlives it: the kubelet forgets it with the container. */
  private Optional<String> reason(TaskContainer seen, Optional<Container> before) {
    Optional<String> told = before.map(Container::reason);
    if (seen.started()) {
      return seen.reason().or(() -> seen.running() ? Optional.empty() : told);
    }
    return seen.lost()
        ? told.or(this::startFailure).or(() -> seen.reason())
        : seen.reason().or(() -> told);
  }

  private Optional<String> startFailure() {
    return run.stop().filter(it -> it.code().equals(Stop.FAILED_TO_START)).map(Stop::reason);
  }

  private String lastStatus(TaskContainer seen) {
    if (run.stopped() || seen.ended().isPresent()) {
      return TaskStates.STOPPED;
    }
    return seen.started() ? TaskStates.RUNNING : "PENDING";
  }

  private List<NetworkInterface> interfaces(List<NetworkInterface> old) {
    List<String> addresses =
        run.seen().pod().filter(it -> it.getStatus() != null).stream()
            .flatMap(it -> it.getStatus().getPodIPs().stream())
            .map(PodIP::getIp)
            .toList();
    String four = addresses.stream().filter(it -> !it.contains(":")).findFirst().orElse(null);
    String six = addresses.stream().filter(it -> it.contains(":")).findFirst().orElse(null);
    return addresses.isEmpty() ? old : List.of(new NetworkInterface(four, six));
  }

  /** The id alone, without the runtime's scheme. */
  private static @Nullable String afterSlashes(@Nullable String containerId) {
    return containerId == null || containerId.isEmpty()
        ? null
        : containerId.substring(containerId.lastIndexOf('/') + 1);
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }
}
