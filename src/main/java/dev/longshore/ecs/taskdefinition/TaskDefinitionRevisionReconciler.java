package dev.longshore.ecs.taskdefinition;

import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import dev.longshore.core.Applier;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.StatusWriter;
import dev.longshore.ecs.fidelity.Fidelity;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Describes a revision as ECS would, deregisters what a definition registered when that is gone,
 * and deletes what was to be deleted once nobody uses it.
 */
@ControllerConfiguration(name = "taskdefinitionrevision", fieldManager = Applier.FIELD_MANAGER)
public final class TaskDefinitionRevisionReconciler implements Reconciler<TaskDefinitionRevision> {
  private static final String INACTIVE =
      "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"INACTIVE\"}}}";

  private static final Duration AGAIN = Duration.ofSeconds(1);

  // nobody tells a revision that its last user is gone
  private static final Duration WHILE_USED = Duration.ofSeconds(5);

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
    if (RevisionState.of(revision) == RevisionState.DELETE_IN_PROGRESS) {
      return deleted(revision, context);
    }
    if (Revisions.registered(revision)
        && KeyedSources.find(context, TaskDefinition.class, key(revision)).isEmpty()
        && retired(revision)) {
      // the event of that write brings the next run; one that met a newer version comes again
      return UpdateControl.<TaskDefinitionRevision>noUpdate().rescheduleAfter(AGAIN);
    }
    return statusWriter.write(
        context, statuses.of(revision, List.of()), TaskDefinitionRevision::new);
  }

  private UpdateControl<TaskDefinitionRevision> deleted(
      TaskDefinitionRevision revision, Context<TaskDefinitionRevision> context) {
    String namespace = revision.getMetadata().getNamespace();
    List<String> users = new RevisionUse(new LiveObjects(actions, namespace)).users(revision);
    if (users.isEmpty()) {
      actions.delete(revision);
      // one that met a newer version comes again
      return UpdateControl.<TaskDefinitionRevision>noUpdate().rescheduleAfter(AGAIN);
    }
    return statusWriter
        .write(context, statuses.of(revision, users), TaskDefinitionRevision::new)
        .rescheduleAfter(WHILE_USED);
  }

  /** Without a definition a revision becomes INACTIVE; once nobody uses its family it goes. */
  private boolean retired(TaskDefinitionRevision revision) {
    FamilyUse use = new FamilyUse(actions, revision.getMetadata().getNamespace());
    String family = Revisions.family(revision);
    if (use.defined(family)) {
      return false;
    }
    if (Revisions.active(revision)) {
      actions.merge(revision, INACTIVE);
      return true;
    }
    if (use.used(family)) {
      return false;
    }
    actions.delete(revision);
    return true;
  }

  private static String key(TaskDefinition definition) {
    return Revisions.key(definition, Revisions.family(definition));
  }

  private static String key(TaskDefinitionRevision revision) {
    return Revisions.key(revision, Revisions.family(revision));
  }
}
