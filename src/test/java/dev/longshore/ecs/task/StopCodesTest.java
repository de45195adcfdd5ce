package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why tasks stop and where they stand then, for everything a pod can look like. */
class StopCodesTest {
  private static final String NOTHING = "-";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = NOTHING,
      textBlock =
          """
          unplaced=0/3_nodes_are_available:_3_Insufficient_memory. | PROVISIONING | - | -
          placed                                              | PENDING        | -                        | -
          placed app:wait=ContainerCreating                   | ACTIVATING     | -                        | -
          placed app:wait=PodInitializing log:running         | ACTIVATING     | -                        | -
          placed app:wait=ErrImagePull                        | ACTIVATING     | -                        | -
          placed app:wait=InvalidImageName                    | DEPROVISIONING | TaskFailedToStart        | CannotPullContainerError: said so
          placed app:running log:running                      | RUNNING        | -                        | -
          placed app:running log:exit=1@20                    | RUNNING        | -                        | -
          placed app:running log:wait=ImagePullBackOff        | RUNNING        | -                        | -
          placed app:exit=0@20 log:running                    | DEACTIVATING   | EssentialContainerExited | Essential container in task exited
          placed app:exit=0@20 log:running deleted=21         | STOPPING       | EssentialContainerExited | Essential container in task exited
          placed phase=Succeeded app:exit=0@20 log:exit=0@20  | STOPPED        | EssentialContainerExited | Essential container in task exited
          placed phase=Failed app:exit=3@20 log:exit=0@20     | STOPPED        | EssentialContainerExited | Essential container in task exited
          placed phase=Failed app:end=OOMKilled,137@20        | STOPPED        | EssentialContainerExited | Essential container in task exited
          placed phase=Failed app:end=StartError,128@20       | STOPPED        | TaskFailedToStart        | CannotStartContainerError: said so
          placed phase=Failed app:wait=PodInitializing log:exit=1@20 | STOPPED | TaskFailedToStart        | Task failed to start
          placed app:running deleted=20                       | STOPPING       | UserInitiated            | Task stopped: its pod was deleted
          placed phase=Failed app:exit=143@21 deleted=20      | STOPPED        | UserInitiated            | Task stopped: its pod was deleted
          deleted=20                                          | STOPPED        | UserInitiated            | Task stopped: its pod was deleted
          placed app:running deleted=20 disrupted=DeletionByTaintManager | STOPPING | InfrastructureHealth | Host EC2 (instance node-1) stopped/terminated.
          placed phase=Failed app:exit=143@20 disrupted=TerminationByKubelet | STOPPED | InfrastructureHealth | Host EC2 (instance node-1) stopped/terminated.
          placed phase=Failed why=Evicted app:exit=137@20 disrupted=TerminationByKubelet | STOPPED | InfrastructureHealth | Host node-1: The node was low on it.
          placed phase=Failed app:exit=143@21 deleted=20 disrupted=EvictionByEvictionAPI | STOPPED | TerminationNotice | Task was evicted from host node-1
          placed phase=Failed app:exit=143@21 deleted=20 disrupted=PreemptionByScheduler | STOPPED | TerminationNotice | Task made room for one of higher priority on host node-1
          placed phase=Failed app:exit=3@19 disrupted=TerminationByKubelet@20 | STOPPED | EssentialContainerExited | Essential container in task exited
          placed phase=Failed app:exit=3@19 deleted=20 disrupted=EvictionByEvictionAPI@20 | STOPPED | EssentialContainerExited | Essential container in task exited
          placed phase=Failed app:exit=143@20 deleted=20 disrupted=EvictionByEvictionAPI@20 | STOPPED | TerminationNotice | Task was evicted from host node-1
          placed phase=Failed why=OutOfmemory                 | STOPPED        | TaskFailedToStart        | TaskFailedToStart: RESOURCE:MEMORY
          placed phase=Failed why=DeadlineExceeded app:exit=143@20 | STOPPED | UserInitiated         | Task stopped: it took longer than activeDeadlineSeconds allows
          placed phase=Failed why=NodeShutdown app:exit=143@20 | STOPPED       | InfrastructureHealth     | Host EC2 (instance node-1) stopped/terminated.
          """)
  void ofWhatIsSeen(String words, String lastStatus, String code, String reason) {
    TaskRun run = TaskRun.of(task(Map.of()), Seen.of(words), Seen.at(5));

    assertThat(run.lastStatus()).isEqualTo(lastStatus);
    assertThat(run.stop()).isEqualTo(stop(code, reason));
  }

  /** Second 310 is the first at which a restart would be an attempt of the policy. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = NOTHING,
      textBlock =
          """
          placed app:ruled app:exit=1@320 log:running                     | RUNNING      | -                        | -
          placed app:ruled app:exit=143@321 log:running deleted=320       | STOPPING     | UserInitiated            | 143
          placed app:ruled app:exit=1@319 log:running deleted=320         | STOPPING     | UserInitiated            | 1
          placed app:ruled app:exit=1@20 log:running deleted=320          | STOPPING     | EssentialContainerExited | 1
          placed phase=Failed app:ruled app:exit=143@321 deleted=320      | STOPPED      | UserInitiated            | 143
          placed phase=Failed app:ruled app:exit=137@320 why=Evicted disrupted=TerminationByKubelet@319 | STOPPED | InfrastructureHealth | 137
          placed phase=Failed app:ruled app:exit=143@320 why=NodeShutdown | STOPPED      | InfrastructureHealth     | 143
          placed phase=Failed app:ruled app:exit=3@320                    | STOPPED      | EssentialContainerExited | 3
          placed app:policy app:exit=1@320 log:running                    | DEACTIVATING | EssentialContainerExited | 1
          placed phase=Failed app:policy app:exit=3@320                   | STOPPED      | EssentialContainerExited | 3
          placed phase=Succeeded app:policy app:exit=0@320                | STOPPED      | EssentialContainerExited | 0
          """)
  void ofAContainerThatRestarts(String words, String lastStatus, String code, Integer exit) {
    TaskRun run = TaskRun.of(task(Map.of()), Seen.of(words), Seen.at(5));

    assertThat(run.lastStatus()).isEqualTo(lastStatus);
    assertThat(run.stop().map(Stop::code)).isEqualTo(Optional.ofNullable(code));
    assertThat(run.seen().containers().getFirst().exitCode()).isEqualTo(Optional.ofNullable(exit));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "EvictionByEvictionAPI, SpotInterruption",
    "DeletionByTaintManager, SpotInterruption",
    "PreemptionByScheduler, TerminationNotice"
  })
  void onSpotCapacityTheNodeIsTakenBack(String reason, String code) {
    TaskObserved seen =
        Seen.of("placed app:running deleted=20 disrupted=" + reason, "FARGATE_SPOT");

    Stop stop = TaskRun.of(task(Map.of()), seen, Seen.at(25)).stop().orElseThrow();

    assertThat(stop.code()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} after {1} s")
  @CsvSource(
      delimiter = '|',
      nullValues = NOTHING,
      textBlock =
          """
          placed app:wait=ImagePullBackOff           | 14 | -
          placed app:wait=ImagePullBackOff           | 15 | TaskFailedToStart
          placed app:wait=CreateContainerConfigError | 15 | TaskFailedToStart
          placed initialized=60 app:wait=ErrImagePull | 74 | -
          placed initialized=60 app:wait=ErrImagePull | 75 | TaskFailedToStart
          placed log:first log:exit=0@40 app:wait=ErrImagePull | 54 | -
          placed log:first log:exit=0@40 app:wait=ErrImagePull | 55 | TaskFailedToStart
          placed app:wait=ContainerCreating          | 99 | -
          placed app:running deleted=20              | 79 | UserInitiated
          """)
  void timeDecidesWhereNobodyTells(String words, int second, String code) {
    TaskRun run = TaskRun.of(task(Map.of()), Seen.of(words), Seen.at(second));

    assertThat(run.stop().map(Stop::code)).isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void anUnfinishedStartIsLookedAtAgain() {
    TaskRun run = TaskRun.of(task(Map.of()), Seen.of("placed app:wait=ErrImagePull"), Seen.at(3));

    assertThat(run.lookAgain()).contains(Seen.at(15));
  }

  @Test
  void aNodeThatDoesNotReportTheEndIsNotWaitedForForever() {
    TaskObserved seen = Seen.of("placed app:running deleted=20");

    assertThat(TaskRun.of(task(Map.of()), seen, Seen.at(79)).lastStatus()).isEqualTo("STOPPING");
    assertThat(TaskRun.of(task(Map.of()), seen, Seen.at(79)).lookAgain()).contains(Seen.at(80));
    assertThat(TaskRun.of(task(Map.of()), seen, Seen.at(80)).lastStatus()).isEqualTo("STOPPED");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          placed app:running                             | UserInitiated            | enough
          placed app:running deleted=20                  | UserInitiated            | enough
          placed phase=Failed app:exit=143@21 deleted=20 | UserInitiated            | enough
          placed app:exit=3@19 log:running deleted=20    | EssentialContainerExited | Essential container in task exited
          placed app:exit=3@19 log:running               | EssentialContainerExited | Essential container in task exited
          """)
  void whatEndedByItselfBeforeItWasStoppedExited(String words, String code, String reason) {
    Task task = task(Map.of("desiredStatus", "STOPPED", "stopReason", "enough"));

    assertThat(TaskRun.of(task, Seen.of(words), Seen.at(25)).stop())
        .contains(new Stop(code, reason));
  }

  @Test
  void aStopWithoutReasonHasADefault() {
    Task task = task(Map.of("desiredStatus", "STOPPED"));

    assertThat(TaskRun.of(task, Seen.of("placed app:running"), Seen.at(25)).stop())
        .contains(new Stop("UserInitiated", "Task stopped by user"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = NOTHING,
      textBlock =
          """
          9  | -
          10 | TaskFailedToStart: RESOURCE:CPU
          """)
  void aPlacementTimeoutFailsTheTask(int second, String reason) {
    Task task = task(Map.of("placementTimeout", 10));
    TaskObserved seen = Seen.of("unplaced=0/1_nodes:_1_Insufficient_cpu.");

    assertThat(TaskRun.of(task, seen, Seen.at(second)).stop().map(Stop::reason))
        .isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void aPlacementTimeoutHoldsForATaskWithoutAPod() {
    Task task = task(Map.of("placementTimeout", 10));
    Job job = Seen.job();
    job.getMetadata().setCreationTimestamp(Seen.T0.toString());
    job.getSpec()
        .getTemplate()
        .setSpec(new PodSpecBuilder().withServiceAccountName("payer").build());
    TaskObserved seen = TaskObserved.of(List.of(job), List.of());

    assertThat(TaskRun.of(task, seen, Seen.at(9)).stop()).isEmpty();
    assertThat(TaskRun.of(task, seen, Seen.at(9)).lookAgain()).contains(Seen.at(10));
    assertThat(TaskRun.of(task, seen, Seen.at(10)).stop())
        .contains(
            new Stop(
                "TaskFailedToStart",
                "TaskFailedToStart: The Job controller may not create the pod: ServiceAccount"
                    + " payer, which its task role is bound to, does not exist, or Pod Security, a"
                    + " quota or an admission webhook of the namespace forbids it; `kubectl"
                    + " describe job job` names it."));
  }

  @Test
  void whatWasDecidedOnceStays() {
    TaskObserved seen = Seen.of("placed app:running deleted=20");
    Stop first = new Stop("TaskFailedToStart", "CannotPullContainerError: gone");
    seen.job()
        .orElseThrow()
        .getMetadata()
        .setAnnotations(Map.of(Labels.STOP, Mappers.canonical(first)));

    assertThat(TaskRun.of(task(Map.of()), seen, Seen.at(25)).stop()).contains(first);
  }

  private static Optional<Stop> stop(String code, String reason) {
    return code == null ? Optional.empty() : Optional.of(new Stop(code, reason));
  }

  private static Task task(Map<String, ?> kubernetes) {
    Task task = new Task();
    task.setSpec(
        Mappers.json()
            .convertValue(
                Map.of("taskDefinition", "web", "kubernetes", kubernetes), TaskSpec.class));
    return task;
  }
}
