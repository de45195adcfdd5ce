package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.service.ChildDeployments.Rendered;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tasks of a daemon service in one line: {@code 1+ 1~ 2-} is a healthy task of the first ECS
 * deployment on node 1, one that is ready but not healthy yet on node 2, and one of the second that
 * is not ready on node 3; {@code x} is being stopped.
 */
final class Daemons {
  static final Instant NOW = Fleet.NOW;
  static final int HEALTHY_AFTER = 30;

  /** Tasks that say what they are, and no more. */
  static final ChildDeployments RENDER =
      new ChildDeployments(
          (service, inputs, placement, marks) ->
              new Rendered(
                  new PodTemplateSpecBuilder()
                      .withNewMetadata()
                      .withLabels(marks.labels())
                      .endMetadata()
                      .withNewSpec()
                      .addNewContainer()
                      .withName("app")
                      .withImage(inputs.taskDefinition())
                      .endContainer()
                      .endSpec()
                      .build(),
                  false));

  private Daemons() {}

  static ServiceInputs inputs(int ordinal) {
    return new ServiceInputs(
        "default",
        "web:" + ordinal,
        Mappers.json().convertValue(Map.of("family", "web"), TaskDefinitionSpec.class),
        List.of(new Placement(new Share("", 0, 1), Map.of(), List.of())),
        null,
        false,
        "inputs-" + ordinal);
  }

  static List<Pod> pods(String text) {
    List<Pod> pods = new ArrayList<>();
    for (String task : text.split(" ")) {
      if (!task.isEmpty()) {
        pods.add(pod(task, pods.size() + 1));
      }
    }
    return pods;
  }

  private static Pod pod(String task, int node) {
    char state = task.charAt(1);
    boolean ready = state == '+' || state == '~' || state == 'x';
    Instant since = state == '~' ? NOW.minusSeconds(1) : NOW.minusSeconds(HEALTHY_AFTER);
    return new PodBuilder()
        .withNewMetadata()
        .withName("task-" + node)
        .withUid("task-" + node)
        .withCreationTimestamp(since.toString())
        .withDeletionTimestamp(state == 'x' ? NOW.toString() : null)
        .addToLabels(Labels.DEPLOYMENT, task.substring(0, 1))
        .endMetadata()
        .withNewSpec()
        .withNodeName("node-" + node)
        .endSpec()
        .withNewStatus()
        .withPhase(ready ? "Running" : "Pending")
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready ? "True" : "False")
        .withLastTransitionTime(since.toString())
        .endCondition()
        .endStatus()
        .build();
  }

  /** As its controller reports it, having seen it as it is. */
  static DaemonSet counted(DaemonSet made, int tasks) {
    return new DaemonSetBuilder(made)
        .editMetadata()
        .withGeneration(1L)
        .withCreationTimestamp(NOW.toString())
        .endMetadata()
        .withNewStatus()
        .withObservedGeneration(1L)
        .withDesiredNumberScheduled(tasks)
        .endStatus()
        .build();
  }
}
