package dev.longshore.ecs.pods;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kubelet's reasons in the words of ECS's stopped task errors (Container.reason). */
public final class ContainerReasons {
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

  /** Reasons that credentials may change. */
  private static final Set<String> AT_REGISTRY =
      Set.of("ErrImagePull", "ImagePullBackOff", "RegistryUnavailable");

  /** Reasons that no second attempt changes. */
  private static final Set<String> FINAL = Set.of("ErrImageNeverPull", "InvalidImageName");

  private ContainerReasons() {}

  /** What went wrong with a container; nothing when all is well or still in the making. */
  public static Optional<String> of(@Nullable ContainerState state) {
    return of(state, List.of());
  }

  /**
   * The same with the pull secrets that were asked for: the kubelet passes over one that does not
   * exist, and what the registry answers then does not name it.
   */
  public static Optional<String> of(@Nullable ContainerState state, List<String> pullSecrets) {
    if (state == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(state.getTerminated())
        .flatMap(ContainerReasons::ended)
        .or(() -> Optional.ofNullable(state.getWaiting()).flatMap(it -> waiting(it, pullSecrets)));
  }

  /** Whether it waits for what cannot come, so that trying longer changes nothing. */
  public static boolean isFinal(@Nullable ContainerState state) {
    return state != null
        && state.getWaiting() != null
        && FINAL.contains(String.valueOf(state.getWaiting().getReason()));
  }

  private static Optional<String> waiting(ContainerStateWaiting waiting, List<String> pullSecrets) {
    String reason = String.valueOf(waiting.getReason());
    String message = waiting.getMessage();
    String secrets =
        pullSecrets.isEmpty() || !AT_REGISTRY.contains(reason)
            ? ""
            : " (pull secrets asked for: %s; one that does not exist is passed over)"
                .formatted(String.join(", ", pullSecrets));
    return Optional.ofNullable(WAITING.get(reason))
        .map(error -> text(error, message == null || message.isEmpty() ? reason : message))
        .map(text -> cut(text, Math.max(LONGEST / 2, LONGEST - secrets.length())))
        .map(text -> cut(text + secrets, LONGEST));
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

  /** The error, with what the kubelet said of it where it said anything. */
  public static String text(String error, @Nullable String message) {
    String text = message == null || message.isEmpty() ? error : error + ": " + message;
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
