package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskSpec;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrayIndexTest {

  @Test
  void replacesWhatTheDefinitionSays() {
    PodSpec pod = pod();

    ArrayIndex.write(pod, task(Map.of("index", 7)));

    assertThat(pod.getContainers().getFirst().getEnv())
        .extracting(it -> it.getName(), it -> it.getValue())
        .containsExactly(
            tuple("A", "b"),
            tuple("AWS_BATCH_JOB_ARRAY_INDEX", "7"),
            tuple("JOB_COMPLETION_INDEX", "7"));
    assertThat(pod.getInitContainers().getFirst().getEnv()).hasSize(2);
  }

  @Test
  void aTaskWithoutANumberKeepsItsVariables() {
    PodSpec pod = pod();

    ArrayIndex.write(pod, task(Map.of("retries", 1)));

    assertThat(pod).isEqualTo(pod());
  }

  private static Task task(Map<String, ?> kubernetes) {
    Task task = new Task();
    task.setSpec(
        Mappers.json()
            .convertValue(
                Map.of("taskDefinition", "web", "kubernetes", kubernetes), TaskSpec.class));
    return task;
  }

  private static PodSpec pod() {
    return new PodSpecBuilder()
        .addNewInitContainer()
        .withName("first")
        .endInitContainer()
        .addNewContainer()
        .withName("app")
        .addNewEnv()
        .withName("JOB_COMPLETION_INDEX")
        .withValue("mine")
        .endEnv()
        .addNewEnv()
        .withName("A")
        .withValue("b")
        .endEnv()
        .endContainer()
        .build();
  }
}
