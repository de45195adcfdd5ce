package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Actions;
import dev.longshore.core.Applier;
import dev.longshore.core.Conditions.State;
import dev.longshore.core.Labels;
import dev.longshore.core.Outcomes;
import dev.longshore.core.OwnedSources;
import dev.longshore.core.Problem;
import dev.longshore.core.Resolution;
import dev.longshore.core.Writers;
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.ecs.pods.Stop;
import dev.longshore.ecs.podspec.ServerFeatures;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a task once, records how it fared, and forgets it an hour after its end. */
@ControllerConfiguration(name = "task", fieldManager = Applier.FIELD_MANAGER)
public final class TaskReconciler implements Reconciler<Task> {
  /** Seconds for which ECS still describes a stopped task. */
  private static final int RETENTION = 3600;

  /** How often a task that waits for capacity says how much there is. */
  private static final Duration ROOM = Duration.ofSeconds(30);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Writers writers;
  private final TaskJob jobs;
  private final TaskStatuses statuses;
  private final Room room;
  private final Retries retries;

  public TaskReconciler(Writers writers, Clock clock, ServerFeatures server) {
    this.jobs = new TaskJob(server);
    this.writers = writers;
    this.statuses = new TaskStatuses(clock);
    this.retries = new Retries(writers.actions());
    this.room = new LiveRoom(writers.actions(), clock).room();
  }

  @Override
  public List<EventSource<?, Task>> prepareEventSources(EventSourceContext<Task> context) {
    List<EventSource<?, Task>> all = new ArrayList<>(InformerCatalog.sources(context));
    all.add(new OwnedSources<>(context).of(Job.class));
    return all;
  }

  @Override
  public UpdateControl<Task> reconcile(Task task, Context<Task> context) {
    TaskObserved seen = new InformerCatalog(context).observe(task);
    TaskStatus status = task.getStatus();
    if (status != null && TaskStates.STOPPED.equals(status.lastStatus())) {
      return recorded(task, status, seen);
    }
    if (seen.started()) {
      end(seen);
      return run(task, context, TaskRun.of(task, seen, statuses.now()));
    }
    if (status != null && status.createdAt() != null) {
      return run(task, context, TaskRun.vanished(seen));
    }
    Optional<Stop> asked = new StopCodes(task, seen, statuses.now()).stop();
    return asked.isPresent()
        ? run(task, context, stopped(task, seen, asked.get()))
        : start(task, context);
  }

  /** A task that was told to stop may have started, and the cache not know its Job yet. */
  private TaskRun stopped(Task task, TaskObserved seen, Stop stop) {
    Actions live = writers.actions();
    List<Job> jobs = Ownership.jobs(task, live.read(TaskJob.named(task)).stream().toList());
    if (jobs.isEmpty()) {
      return TaskRun.neverStarted(seen, stop);
    }
    List<Pod> pods =
        live.list(
            Pod.class, task.getMetadata().getNamespace(), Map.of(Labels.TASK, TaskNames.id(task)));
    return TaskRun.of(
        task, TaskObserved.of(jobs, Ownership.pods(task, jobs, pods)), statuses.now());
  }

  /** A pod whose Job is gone is nobody's to stop but ours; its deletion ends the task. */
  private void end(TaskObserved seen) {
    seen.pod()
        .filter(Ownership::orphaned)
        .filter(it -> seen.job().isEmpty() && it.getMetadata().getDeletionTimestamp() == null)
        .ifPresent(writers.actions()::delete);
  }

  private UpdateControl<Task> start(Task task, Context<Task> context) {
    Catalog catalog = new InformerCatalog(context);
    List<Problem> refused = TaskChecks.of(task, catalog);
    if (!refused.isEmpty()) {
      return waiting(task, refused, context);
    }
    return switch (new TaskResolver(catalog).resolve(task)) {
      case Resolution.Unresolved<TaskInputs> missing -> waiting(task, missing.problems(), context);
      case Resolution.Resolved<TaskInputs> inputs -> started(task, inputs.value(), context);
    };
  }

  /** The Job is written once; what is in its template decides from then on. */
  private UpdateControl<Task> started(Task task, TaskInputs inputs, Context<Task> context) {
    Job job = jobs.render(task, inputs);
    Outcomes outcomes = writers.applier().apply(context, List.of(job), List.of());
    if (!outcomes.problems().isEmpty()) {
      return outcomes.lookAgain(waiting(task, outcomes.problems(), context));
    }
    return run(
        task, context, TaskRun.of(task, TaskObserved.of(List.of(job), List.of()), statuses.now()));
  }

  private UpdateControl<Task> waiting(Task task, List<Problem> problems, Context<Task> context) {
    State state = TaskConditions.of(problems);
    return writers.status().write(context, statuses.waiting(task, state), Task::new);
  }

  private UpdateControl<Task> run(Task task, Context<Task> context, TaskRun looked) {
    TaskRun run = looked.followedBy(retries.next(task, looked));
    if (run.mustSuspend()) {
      writers
          .actions()
          .merge(
              run.seen().job().orElseThrow(),
              JobStop.patch(run.stop().orElseThrow(), new Endings(run.seen()).names()));
    }
    State state = TaskConditions.of(run, room, statuses.now());
    String cluster =
        run.seen()
            .facts()
            .map(TaskFacts::cluster)
            .orElseGet(
                () ->
                    Clusters.name(
                        new InformerCatalog(context).cluster(task.getMetadata().getNamespace())));
    TaskStatus status = statuses.of(task, cluster, run, state);
    Runnable afterwards = run.stopped() ? () -> release(run.seen()) : () -> {};
    UpdateControl<Task> written = writers.status().write(context, status, Task::new, afterwards);
    return soonest(
        written,
        Stream.of(
                run.lookAgain().map(it -> Duration.between(statuses.now(), it)),
                run.seen().shortage().waits() ? Optional.of(ROOM) : Optional.<Duration>empty(),
                run.stopped() ? Optional.of(retention(task)) : Optional.<Duration>empty())
            .flatMap(Optional::stream));
  }

  /** The end is on record: nothing changes any more but that the task is forgotten. */
  private UpdateControl<Task> recorded(Task task, TaskStatus status, TaskObserved seen) {
    release(seen);
    Instant end = Times.parse(status.stoppedAt()).orElseGet(statuses::now).plus(retention(task));
    if (!end.isAfter(statuses.now())) {
      boolean gone = writers.actions().delete(task);
      UpdateControl<Task> control = UpdateControl.noUpdate();
      return gone ? control : control.rescheduleAfter(AGAIN);
    }
    return UpdateControl.<Task>noUpdate().rescheduleAfter(Duration.between(statuses.now(), end));
  }

  private void release(TaskObserved seen) {
    if (seen.held()) {
      writers.actions().release(seen.pod().orElseThrow(), Labels.RECORD);
    }
  }

  private static Duration retention(Task task) {
    TaskKubernetes ours = task.getSpec().kubernetes();
    Integer seconds = ours == null ? null : ours.ttlSecondsAfterFinished();
    return Duration.ofSeconds(seconds == null ? RETENTION : seconds);
  }

  private static UpdateControl<Task> soonest(UpdateControl<Task> control, Stream<Duration> others) {
    return others
        .filter(it -> control.getScheduleDelay().filter(delay -> delay < it.toMillis()).isEmpty())
        .min(Duration::compareTo)
        .map(it -> control.rescheduleAfter(Math.max(1, it.toMillis())))
        .orElse(control);
  }
}
