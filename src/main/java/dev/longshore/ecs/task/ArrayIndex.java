package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code kubernetes.index}: which of several tasks of one run this is, in the variables by which a
 * program written for Kubernetes' indexed Jobs, or for an array job of Batch, looks for it.
 */
final class ArrayIndex {
  static final List<String> VARIABLES =
      List.of("AWS_BATCH_JOB_ARRAY_INDEX", "JOB_COMPLETION_INDEX");

  private ArrayIndex() {}

  /** Writes it into every container, instead of a variable of that name. */
  static void write(PodSpec pod, Task task) {
    TaskKubernetes ours = task.getSpec().kubernetes();
    Integer index = ours == null ? null : ours.index();
    if (index != null) {
      Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
          .forEach(it -> write(it, index.toString()));
    }
  }

  private static void write(Container container, String index) {
    List<EnvVar> all = new ArrayList<>(container.getEnv());
    all.removeIf(it -> VARIABLES.contains(it.getName()));
    VARIABLES.forEach(name -> all.add(new EnvVarBuilder().withName(name).withValue(index).build()));
    container.setEnv(all);
  }
}
