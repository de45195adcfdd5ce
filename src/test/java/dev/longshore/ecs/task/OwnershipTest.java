package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
  @ParameterizedTest
  @CsvSource({"Task, t1, true, true", "Task, t0, true, false", "Task, t1, false, false"})
  void aJobIsTheTasksByTheUidOfItsController(
      String kind, String uid, boolean controller, boolean own) {
    Job job = job("j1", reference(kind, "job", uid, controller));

    assertThat(Ownership.jobs(task(), List.of(job))).hasSize(own ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "Job, job, j1, true, j1, true",
    "Job, job, j2, true, j1, false",
    "Job, job, j1, false, j1, false",
    "ReplicaSet, job, j1, true, j1, false",
    "Job, job, j1, true, '', true",
    "Job, other, j1, true, '', false",
  })
  void aPodIsTheTasksByTheReferenceOfItsController(
      String kind, String name, String uid, boolean controller, String job, boolean own) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withOwnerReferences(reference(kind, name, uid, controller))
            .endMetadata()
            .build();
    List<Job> jobs =
        job.isEmpty() ? List.of() : List.of(job(job, reference("Task", "job", "t1", true)));

    assertThat(Ownership.pods(task(), jobs, List.of(pod))).hasSize(own ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"true, '', true", "true, j1, false", "false, '', false"})
  void aPodThatOutlivedItsJobIsTheTasksByOurFinalizer(boolean ours, String job, boolean own) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withFinalizers(ours ? Labels.RECORD : "example.com/other")
            .endMetadata()
            .build();
    List<Job> jobs =
        job.isEmpty() ? List.of() : List.of(job(job, reference("Task", "job", "t1", true)));

    assertThat(Ownership.pods(task(), jobs, List.of(pod))).hasSize(own ? 1 : 0);
  }

  private static Task task() {
    Task task = new Task();
    task.setMetadata(new ObjectMetaBuilder().withName("job").withUid("t1").build());
    return task;
  }

  private static Job job(String uid, OwnerReference owner) {
    return new JobBuilder()
        .withNewMetadata()
        .withName("job")
        .withUid(uid)
        .withOwnerReferences(owner)
        .endMetadata()
        .build();
  }

  private static OwnerReference reference(
      String kind, String name, String uid, boolean controller) {
    return new OwnerReference("any/v1", null, controller, kind, name, uid);
  }
}
