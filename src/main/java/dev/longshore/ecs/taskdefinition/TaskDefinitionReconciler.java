package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import dev.longshore.core.Applier;
import dev.longshore.core.Duplicates;
import dev.longshore.core.KeyedSources;
import dev.longshore.core.Resolution;
import dev.longshore.core.StatusWriter;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Registers a revision whenever the meaning of a TaskDefinition changes. */
@ControllerConfiguration(name = "taskdefinition", fieldManager = Applier.FIELD_MANAGER)
public final class TaskDefinitionReconciler implements Reconciler<TaskDefinition> {
  private final Registrar registrar;
  private final RevisionHistory history;
  private final StatusWriter statusWriter;
  private final TaskDefinitionStatuses statuses;

  public TaskDefinitionReconciler(Actions actions, StatusWriter statusWriter, Clock clock) {
    this.registrar = new Registrar(actions);
    this.history = new RevisionHistory(actions);
    this.statusWriter = statusWriter;
    this.statuses = new TaskDefinitionStatuses(clock);
  }

  @Override
  public List<EventSource<?, TaskDefinition>> prepareEventSources(
      EventSourceContext<TaskDefinition> context) {
    return List.of(
        new KeyedSources<>(context, it -> List.of(key(it)))
            .of(
                TaskDefinitionRevision.class,
                TaskDefinitionReconciler::key,
                KeyedSources::specChanged));
  }

  @Override
  public UpdateControl<TaskDefinition> reconcile(
      TaskDefinition definition, Context<TaskDefinition> context) {
    List<TaskDefinitionRevision> known =
        KeyedSources.find(context, TaskDefinitionRevision.class, key(definition));
    Resolution<ObjectNode> content =
        TaskDefinitionResolver.resolve(
            definition, KeyedSources.primaries(context, key(definition)));
    Resolution<TaskDefinitionRevision> registered =
        content.flatMap(it -> registrar.register(definition, it, known));
    Optional<TaskDefinitionRevision> latest = registered.found().or(() -> Revisions.latest(known));
    UpdateControl<TaskDefinition> written =
        statusWriter.write(
            context, statuses.of(definition, registered.problems(), latest), TaskDefinition::new);
    return registered.found().isPresent()
        ? shortened(definition, known, written)
        : Duplicates.lookAgain(registered.problems(), written);
  }

  private UpdateControl<TaskDefinition> shortened(
      TaskDefinition definition,
      List<TaskDefinitionRevision> known,
      UpdateControl<TaskDefinition> written) {
    return history.shorten(definition, known).map(written::rescheduleAfter).orElse(written);
  }

  private static String key(TaskDefinition definition) {
    return Revisions.key(definition, Revisions.family(definition));
  }

  private static String key(TaskDefinitionRevision revision) {
    return Revisions.key(revision, Revisions.family(revision));
  }
}
