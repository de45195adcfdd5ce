package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskKubernetes;
import dev.longshore.api.ecs.v1.TaskRetry;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.pods.Stop;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          placed phase=Failed app:exit=3@20                                  | true
          placed phase=Succeeded app:exit=0@20                               | false
          placed phase=Failed app:exit=0@20 log:exit=1@20                    | false
          placed phase=Failed app:exit=0@20 log:exit=143@22 deleted=21       | false
          placed phase=Failed app:exit=0@20 proxy:exit=143@22 deleted=21     | false
          placed phase=Failed app:exit=143@22 proxy:exit=3@20 deleted=21     | true
          placed phase=Failed app:exit=3@20 log:exit=143@22 deleted=21       | true
          placed phase=Failed app:end=StartError,128@20                      | true
          placed phase=Failed app:policy app:exit=3@320                      | true
          placed phase=Failed app:policy app:exit=0@320                      | false
          placed phase=Failed why=OutOfmemory                                | true
          placed phase=Failed app:exit=143@20 why=NodeShutdown               | true
          placed phase=Failed app:exit=143@21 deleted=20 disrupted=EvictionByEvictionAPI | true
          placed phase=Failed app:exit=143@21 deleted=20                     | false
          placed phase=Failed why=DeadlineExceeded app:exit=143@20           | false
          placed app:exit=3@20 log:running                                   | false
          """)
  void followATaskThatFailedOnceItHasEnded(String words, boolean due) {
    Task task = task("{retries: 1}");
    TaskRun run = TaskRun.of(task, Seen.of(words), Seen.at(25));

    assertThat(Retries.due(task, run)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                   | false
          {retries: 0}                         | false
          {retries: 3}                         | true
          {retries: 3, desiredStatus: RUNNING} | true
          {retries: 3, desiredStatus: STOPPED} | false
          """)
  void areAskedForAndNotOfATaskThatIsToBeStopped(String kubernetes, boolean due) {
    Task task = task(kubernetes);
    TaskRun run = TaskRun.of(task, Seen.of("placed phase=Failed app:exit=3@20"), Seen.at(25));

    assertThat(Retries.due(task, run)).isEqualTo(due);
  }

  @Test
  void whatWasToldFirstDecides() {
    Task task = task("{retries: 1}");
    task.setStatus(
        Mappers.json().convertValue(Map.of("stopCode", "UserInitiated"), TaskStatus.class));
    TaskRun run = TaskRun.of(task, Seen.of("placed phase=Failed app:exit=3@20"), Seen.at(25));

    assertThat(Retries.due(task, run)).isFalse();
  }

  /** The one second has both the end of the container and the deletion that followed it. */
  @Test
  void whatEndedInTheSecondOfItsDeletionEndedWell() {
    Task task = task("{retries: 1}");
    task.setStatus(
        Mappers.json()
            .convertValue(Map.of("stopCode", "EssentialContainerExited"), TaskStatus.class));
    TaskObserved seen = Seen.of("placed phase=Failed deleted=20 app:exit=0@20 proxy:exit=143@21");
    TaskRun run = TaskRun.of(task, seen, Seen.at(25));

    assertThat(Retries.due(task, run)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3, true", "0, false"})
  void whereThePodIsGoneTheRecordSoFarHasTheCode(int code, boolean due)
      throws JsonProcessingException {
    Task task = task("{retries: 1}");
    task.setStatus(
        Mappers.yaml()
            .readValue(
                "{stopCode: EssentialContainerExited, containers: [{name: app, exitCode: %d}, {name: log, exitCode: 1}]}"
                    .formatted(code),
                TaskStatus.class));
    TaskObserved seen = Seen.of("placed phase=Failed app:exit=3@20");
    TaskObserved gone =
        new TaskObserved(seen.job(), Optional.empty(), seen.facts(), Seen.of("").containers(), "");
    TaskRun run =
        new TaskRun(
            gone,
            Optional.of(new Stop(Stop.ESSENTIAL_EXITED, "x")),
            "STOPPED",
            Optional.empty(),
            Optional.empty());

    assertThat(Retries.due(task, run)).isEqualTo(due);
  }

  @Test
  void anAttemptIsTheSameRequestWithOneRetryLess() {
    Task first = task("{retries: 2, index: 4, stopReason: x, activeDeadlineSeconds: 9}");

    Task second = Retries.successor(first);
    Task third = Retries.successor(second);

    assertThat(second.getMetadata().getName()).isEqualTo("nightly-0a1b2c-attempt-2");
    assertThat(second.getMetadata().getNamespace()).isEqualTo("shop");
    assertThat(second.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(ours(second))
        .isEqualTo(
            ours(
                task(
                    "{retries: 1, index: 4, activeDeadlineSeconds: 9, retryOf: {name: nightly, uid:"
                        + " 0a1b-2c3d, attempt: 2}}")));
    assertThat(second.getSpec().startedBy()).isEqualTo("cron");
    assertThat(third.getMetadata().getName()).isEqualTo("nightly-0a1b2c-attempt-3");
    assertThat(ours(third).retries()).isNull();
    assertThat(ours(third).retryOf()).isEqualTo(new TaskRetry("nightly", "0a1b-2c3d", 3));
  }

  @Test
  void aLongNameStaysLegalAndItsAttemptsApart() {
    Task first = task("{retries: 2}");
    first.getMetadata().setName("n".repeat(63));

    String second = Retries.successor(first).getMetadata().getName();
    String third = Retries.successor(Retries.successor(first)).getMetadata().getName();

    assertThat(second).hasSizeLessThanOrEqualTo(63).isNotEqualTo(third);
  }

  private static TaskKubernetes ours(Task task) {
    return Objects.requireNonNull(task.getSpec().kubernetes());
  }

  private static Task task(String kubernetes) {
    Task task = new Task();
    task.setMetadata(
        new ObjectMetaBuilder()
            .withName("nightly")
            .withNamespace("shop")
            .withUid("0a1b-2c3d")
            .build());
    try {
      task.setSpec(
          Mappers.yaml()
              .readValue(
                  "{taskDefinition: web, startedBy: cron, kubernetes: %s}".formatted(kubernetes),
                  TaskSpec.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(kubernetes, e);
    }
    return task;
  }
}
