package dev.longshore.ecs.podspec;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets an init container end with any exit code, as COMPLETE does: the kubelet goes on to the next
 * one only after 0. A shell of the image passes SIGTERM on and leaves the real code as the
 * container's termination message. Without an entryPoint nobody here knows what to run.
 */
final class AnyExitCode {
  private static final String SCRIPT =
      "\"$@\" & p=$!; trap 'kill -TERM $p' TERM; wait $p; c=$?;"
          + " while kill -0 $p 2>&-; do wait $p; c=$?; done;"
          + " echo $c >/dev/termination-log; exit 0";

  private AnyExitCode() {}

  static void accept(Container draft) {
    if (!draft.getCommand().isEmpty()) {
      List<String> process =
          Stream.concat(draft.getCommand().stream(), draft.getArgs().stream()).toList();
      draft.setArgs(process);
      draft.setCommand(List.of("/bin/sh", "-c", SCRIPT, "sh"));
    }
  }
}
