package dev.longshore.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.core.Mappers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An object stored by a newer release must never stop an informer of this one. */
class ToleranceTest {

  @Test
  void unknownMembersAndEnumerationValuesAreRead() throws JsonProcessingException {
    Service service =
        read(
            Service.class,
            """
            spec:
              launchType: LUNAR
              notYetInvented: {a: [1]}
              deploymentConfiguration: {strategy: SIDEWAYS, newMember: true}
            status:
              deployments: [{rolloutState: PONDERING, novelty: 1}]
              newStatus: yes
            """);

    assertThat(service.getSpec().launchType()).isEqualTo("LUNAR");
    assertThat(service.getSpec().deploymentConfiguration().strategy()).isEqualTo("SIDEWAYS");
    assertThat(service.getStatus().deployments().getFirst().rolloutState()).isEqualTo("PONDERING");
  }

  @Test
  void sizesMayBeNumbersOrText() throws JsonProcessingException {
    TaskDefinition definition =
        read(
            TaskDefinition.class,
            """
            spec:
              cpu: 256
              memory: 1 GB
              containerDefinitions: [{name: app, image: nginx, cpu: 10, memory: "128"}]
            """);

    assertThat(definition.getSpec().cpu()).isEqualTo("256");
    assertThat(definition.getSpec().memory()).isEqualTo("1 GB");
    assertThat(definition.getSpec().containerDefinitions().getFirst().cpu()).isEqualTo("10");
  }

  @Test
  void describedDefinitionsCanBePasted() throws JsonProcessingException {
    TaskDefinition definition =
        read(
            TaskDefinition.class,
            """
            spec:
              registeredAt: 1700000000.123
              deregisteredAt: "2026-01-01T00:00:00Z"
              requiresAttributes: [{name: com.amazonaws.ecs.capability.task-iam-role}]
              compatibilities: [EC2, FARGATE]
              revision: 3
            """);

    assertThat(definition.getSpec().registeredAt()).isEqualTo(1700000000.123);
    assertThat(definition.getSpec().revision()).isEqualTo(3);
  }

  @Test
  void absentListsAndMapsAreEmptyAndNullElementsVanish() throws JsonProcessingException {
    TaskDefinition definition =
        read(
            TaskDefinition.class,
            """
            spec:
              volumes: null
              containerDefinitions:
                - null
                - name: app
                  dockerLabels: {b: x, a: null}
                  command: [sh, null]
            """);

    assertThat(definition.getSpec().volumes()).isEmpty();
    assertThat(definition.getSpec().containerDefinitions())
        .singleElement()
        .satisfies(
            app -> {
              assertThat(app.dockerLabels()).isEqualTo(Map.of("b", "x"));
              assertThat(app.command()).containsExactly("sh");
              assertThat(app.environment()).isEmpty();
            });
  }

  @Test
  void whatWasReadIsWrittenWithoutEmptyMembers() throws JsonProcessingException {
    TaskDefinition definition =
        read(TaskDefinition.class, "spec: {containerDefinitions: [{name: app, essential: false}]}");

    assertThat(Mappers.canonical(definition.getSpec()))
        .isEqualTo("{\"containerDefinitions\":[{\"essential\":false,\"name\":\"app\"}]}");
  }

  private static <T> T read(Class<T> type, String yaml) throws JsonProcessingException {
    return Mappers.yaml().readValue(yaml, type);
  }
}
