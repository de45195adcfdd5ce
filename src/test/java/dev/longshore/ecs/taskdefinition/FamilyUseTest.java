package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyUseTest {

  @ParameterizedTest
  @CsvSource({
    "web, true",
    "web:3, true",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3, true",
    "web2, false",
    "web2:3, false",
    "arn:aws:ecs:eu-west-1:123456789012:task-definition/other:3, false",
    ", false"
  })
  void a_reference_names_a_family(String reference, boolean names) {
    assertThat(FamilyUse.names(reference, "web")).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({"web, true", "web2, false"})
  void whatRunsOfAFamilyUsesIt(String family, boolean used) {
    Map<String, String> labels = Map.of(Labels.FAMILY, "web");

    assertThat(FamilyUse.runs(labelled(new Deployment(), labels), family)).isEqualTo(used);
    assertThat(FamilyUse.runs(labelled(new DaemonSet(), labels), family)).isEqualTo(used);
  }

  private static HasMetadata labelled(HasMetadata object, Map<String, String> labels) {
    object.setMetadata(new ObjectMetaBuilder().withLabels(labels).build());
    return object;
  }

  /** Status has no say: a Task that was restored without it must find its definition. */
  @ParameterizedTest
  @CsvSource({"'', '', true", "t1, '', false", "t0, '', true", "'', STOPPED, false"})
  void a_task_needs_its_family_until_its_job_carries_it(String owner, String desired, boolean waits)
      throws JsonProcessingException {
    Task task =
        Mappers.yaml()
            .readValue(
                "{metadata: {uid: t1}, spec: {taskDefinition: web, kubernetes: {desiredStatus: '%s'}}}"
                    .formatted(desired),
                Task.class);
    Job job =
        new JobBuilder()
            .withNewMetadata()
            .addNewOwnerReference()
            .withUid(owner)
            .endOwnerReference()
            .endMetadata()
            .build();

    assertThat(FamilyUse.anyWaits(List.of(task), List.of(job))).isEqualTo(waits);
  }
}
