package dev.longshore.ecs.task;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kubelet's reasons in the words of ECS's stopped task errors (Container.reason). */
final class ContainerReasons {
  /** Longest reason ECS gives. */
  private static final int LONGEST = 1024;

  private static final String PULL = "CannotPullContainerError";
  private static final Map<String, String> WAITING =
      Map.of(
          "ErrImagePull", PULL,
          "ImagePullBackOff", PULL,
          "ErrImageNeverPull", PULL,
          "InvalidImageName", PULL,
          "ImageInspectError", PULL,
          "RegistryUnavailable", PULL,
          "CreateContainerConfigError", "ResourceInitializationError",
          "CreateContainerError", "CannotCreateContainerError",
          "RunContainerError", "CannotStartContainerError");

  /** Reasons that no second attempt changes. */
  private static final Set<String> FINAL = Set.of("ErrImageNeverPull", "InvalidImageName");

  private ContainerReasons() {}

  /** What went wrong with a container; nothing when all is well or still in the making. */
  static Optional<String> of(TaskContainer container) {
    return container
        .terminated()
        .flatMap(ContainerReasons::ended)
        .or(() -> container.waiting().flatMap(ContainerReasons::waiting));
  }

  static boolean isFinal(TaskContainer container) {
    return container.waiting().filter(it -> FINAL.contains(it.reason())).isPresent();
  }

  private static Optional<String> waiting(TaskContainer.Waiting waiting) {
    return Optional.ofNullable(WAITING.get(waiting.reason()))
        .map(
            error ->
                text(error, waiting.message().isEmpty() ? waiting.reason() : waiting.message()));
  }

  private static Optional<String> ended(ContainerStateTerminated end) {
    return switch (String.valueOf(end.getReason())) {
      case "OOMKilled" -> Optional.of("OutOfMemoryError: Container killed due to memory usage");
      case "StartError", "ContainerCannotRun" ->
          Optional.of(text("CannotStartContainerError", end.getMessage()));
      case "ContainerStatusUnknown" ->
          Optional.of(text("CannotInspectContainerError", end.getMessage()));
      default -> Optional.empty();
    };
  }

  static String text(String error, @Nullable String message) {
    String text = message == null || message.isEmpty() ? error : error + ": " + message;
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
