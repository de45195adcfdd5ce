package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.Pod;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectCommandTest {
  @Test
  void aTaskOfAReplicaServiceCanBeProtected() throws JsonProcessingException {
    Pod pod = pod("{ecs.longshore.dev/service: web}", "ReplicaSet");

    ProtectCommand.requireReplica(pod);

    assertThat(pod.getMetadata().getAnnotations()).isEmpty();
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ecs.longshore.dev/service: agent} | DaemonSet | TASK_NOT_VALID: p is a task of a service with the DAEMON scheduling strategy
          {ecs.longshore.dev/task: abc}      | Job       | TASK_NOT_VALID: p is not a task of a service
          """)
  void othersAreNotValid(String labels, String owner, String message)
      throws JsonProcessingException {
    Pod pod = pod(labels, owner);
    ThrowingCallable protect = () -> ProtectCommand.requireReplica(pod);

    assertThatThrownBy(protect).isInstanceOf(Refusal.class).hasMessageStartingWith(message);
  }

  private static Pod pod(String labels, String owner) throws JsonProcessingException {
    return Mappers.yaml()
        .readValue(
            "{metadata: {name: p, labels: %s, ownerReferences: [{kind: %s, name: o}]}}"
                .formatted(labels, owner),
            Pod.class);
  }
}
