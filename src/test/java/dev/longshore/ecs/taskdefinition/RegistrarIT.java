package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Actions;
import dev.longshore.core.Mappers;
import dev.longshore.core.Resolution;
import dev.longshore.core.WriteGate;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Numbers whose names others hold. */
class RegistrarIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int TRIES = 100;

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Registrar registrar = new Registrar(new Actions(new WriteGate(client)));

  @BeforeAll
  static void install() {
    CustomResources.install(CLUSTER.client());
  }

  @AfterEach
  void delete() {
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void arePassedUntilOneIsFree() {
    take(1, TRIES - 1);

    assertThat(register().found().map(Revisions::number)).hasValue(TRIES);
  }

  @Test
  void areNamedWhenNoneIsFree() {
    take(1, TRIES);

    assertThat(register().problems())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo("NameConflict");
              assertThat(it.message()).contains("TaskDefinitionRevision web-1 and the 99 after it");
            });
  }

  @Test
  void areUsedUpAtTheLimitOfAFamily() {
    TaskDefinitionRevision last = new TaskDefinitionRevision();
    last.getMetadata().setName("by-hand");
    last.setSpec(spec("other", 1_000_000));

    assertThat(register(List.of(last)).problems())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo("LimitExceededException");
              assertThat(it.message()).contains("family web, 1000000, is reached");
            });
  }

  private Resolution<TaskDefinitionRevision> register() {
    return register(List.of());
  }

  private Resolution<TaskDefinitionRevision> register(List<TaskDefinitionRevision> known) {
    TaskDefinition definition = new TaskDefinition();
    definition.getMetadata().setName("web");
    definition.getMetadata().setNamespace(namespace);
    definition.getMetadata().setUid("0b1d4f3e-0000-4000-8000-000000000001");
    definition.setSpec(spec("web"));
    ObjectNode content = Revisions.content(definition.getSpec(), "web");
    return registrar.register(definition, content, known);
  }

  /** Somebody else's objects with the names of these numbers. */
  private void take(int from, int to) {
    for (int number = from; number <= to; number++) {
      TaskDefinitionRevision revision = new TaskDefinitionRevision();
      revision.getMetadata().setName("web-" + number);
      revision.getMetadata().setNamespace(namespace);
      revision.setSpec(spec("other"));
      client.resource(revision).create();
    }
  }

  private static TaskDefinitionSpec spec(String family) {
    return spec(family, 1);
  }

  private static TaskDefinitionSpec spec(String family, int number) {
    return Mappers.json()
        .convertValue(
            Map.of(
                "family",
                family,
                "revision",
                number,
                "containerDefinitions",
                List.of(Map.of("name", "app", "image", "example/web:1", "memory", "64"))),
            TaskDefinitionSpec.class);
  }
}
