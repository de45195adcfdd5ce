package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Actions;
import dev.longshore.core.Applier;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets the pod of a deleted task go: nobody is left to record its end, and the task itself cannot
 * wake anybody any more.
 */
@ControllerConfiguration(
    name = "taskpod",
    fieldManager = Applier.FIELD_MANAGER,
    generationAwareEventProcessing = false,
    triggerReconcilerOnAllEvents = true,
    informer = @Informer(labelSelector = Labels.SELECTOR + "," + Labels.TASK))
public final class TaskPodReconciler implements Reconciler<Pod> {
  /** A living task records the end of its pod well within this time. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Actions actions;

  public TaskPodReconciler(Actions actions) {
    this.actions = actions;
  }

  @Override
  public UpdateControl<Pod> reconcile(Pod pod, Context<Pod> context) {
    boolean held =
        !context.isPrimaryResourceDeleted()
            && pod.getMetadata().getDeletionTimestamp() != null
            && pod.getMetadata().getFinalizers().contains(Labels.RECORD);
    if (!held) {
      return UpdateControl.noUpdate();
    }
    if (alive(pod)) {
      return UpdateControl.<Pod>noUpdate().rescheduleAfter(AGAIN);
    }
    actions.release(pod, Labels.RECORD);
    return UpdateControl.noUpdate();
  }

  /** Asked of the API server: what follows is not undone, and a cache may be behind. */
  private boolean alive(Pod pod) {
    Task like = new Task();
    like.setMetadata(
        new ObjectMetaBuilder()
            .withName(pod.getMetadata().getAnnotations().get(Labels.NAME))
            .withNamespace(pod.getMetadata().getNamespace())
            .build());
    String id = pod.getMetadata().getLabels().get(Labels.TASK);
    Optional<Task> task = actions.read(like);
    return task.filter(it -> TaskNames.id(it).equals(id))
        .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
        .isPresent();
  }
}
