package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.StatusWriter;
import dev.longshore.ecs.fidelity.Fidelity;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;

/** Describes a revision as ECS would, and deregisters it when its family has no definition left. */
public final class TaskDefinitionRevisionReconciler implements Reconciler<TaskDefinitionRevision> {
  private static final String INACTIVE =
      "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"INACTIVE\"}}}";

  private final Actions actions;
  private final StatusWriter statusWriter;
  private final TaskDefinitionRevisionStatuses statuses;

  public TaskDefinitionRevisionReconciler(
      Actions actions, StatusWriter statusWriter, Fidelity fidelity, Clock clock) {
    this.actions = actions;
    this.statusWriter = statusWriter;
    this.statuses = new TaskDefinitionRevisionStatuses(fidelity, clock);
  }

  @Override
  public List<EventSource<?, TaskDefinitionRevision>> prepareEventSources(
      EventSourceContext<TaskDefinitionRevision> context) {
    return List.of(
        new KeyedSources<>(context, it -> List.of(key(it)))
            .of(
                TaskDefinition.class,
                TaskDefinitionRevisionReconciler::key,
                KeyedSources::specChanged));
  }

  @Override
  public UpdateControl<TaskDefinitionRevision> reconcile(
      TaskDefinitionRevision revision, Context<TaskDefinitionRevision> context) {
    if (Revisions.active(revision) && orphaned(revision, context)) {
      actions.merge(revision, INACTIVE);
      // its event brings the next run, which describes it
      return UpdateControl.noUpdate();
    }
    return statusWriter.write(revision, statuses.of(revision), TaskDefinitionRevision::new);
  }

  /** The cache may not have seen a new definition yet, so the API server has the last word. */
  private boolean orphaned(
      TaskDefinitionRevision revision, Context<TaskDefinitionRevision> context) {
    String family = Revisions.family(revision);
    return KeyedSources.find(context, TaskDefinition.class, key(revision)).isEmpty()
        && actions.list(TaskDefinition.class, revision.getMetadata().getNamespace()).stream()
            .noneMatch(definition -> Revisions.family(definition).equals(family));
  }

  private static String key(TaskDefinition definition) {
    return Revisions.key(definition, Revisions.family(definition));
  }

  private static String key(TaskDefinitionRevision revision) {
    return Revisions.key(revision, Revisions.family(revision));
  }
}
