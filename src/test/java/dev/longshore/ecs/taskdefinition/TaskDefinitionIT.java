package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Mappers;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskDefinitionIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static String namespace;
  private static RunningOperator operator;

  @BeforeAll
  static void start() {
    namespace = CLUSTER.freshNamespace();
    operator = RunningOperator.in(CLUSTER, namespace);
  }

  @AfterAll
  static void stop() {
    if (operator != null) {
      operator.close();
    }
  }

  @Test
  void a_changed_meaning_registers_the_next_number_and_a_changed_spelling_nothing() {
    // Given
    apply(definition("spell", "\"cpu\":\"1 vCPU\",\"memory\":\"2GB\"", "nginx:1"));
    awaitLatest("spell", 1);

    // When the same is spelled differently
    apply(definition("spell", "\"memory\":2048,\"cpu\":1024", "nginx:1"));
    awaitObserved("spell");

    // Then
    assertThat(revisions("spell")).containsOnlyKeys("spell-1");

    // When the image changes
    apply(definition("spell", "\"memory\":2048,\"cpu\":1024", "nginx:2"));
    awaitLatest("spell", 2);

    // Then
    Map<String, TaskDefinitionRevision> revisions = revisions("spell");
    assertThat(revisions).containsOnlyKeys("spell-1", "spell-2");
    TaskDefinitionRevision second = revisions.get("spell-2");
    assertThat(second.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(second.getMetadata().getAnnotations())
        .containsEntry("ecs.longshore.dev/name", "spell:2");
    assertThat(second.getSpec().cpu()).isEqualTo("1024");
    await()
        .untilAsserted(
            () -> {
              var status = revisions("spell").get("spell-2").getStatus();
              assertThat(status).isNotNull();
              assertThat(status.status()).isEqualTo("ACTIVE");
              assertThat(status.taskDefinitionArn()).endsWith(":task-definition/spell:2");
              assertThat(status.compatibilities()).contains("EC2");
              assertThat(status.fidelity().exact()).isPositive();
            });
  }

  @Test
  void a_refused_change_leaves_the_revision_in_force() {
    // Given
    apply(definition("refused", "\"cpu\":\"256\",\"memory\":\"512\"", "nginx:1"));
    awaitLatest("refused", 1);

    // When
    apply(
        definition(
            "refused",
            "\"cpu\":\"256\",\"memory\":\"9999\",\"networkMode\":\"awsvpc\",\"requiresCompatibilities\":[\"FARGATE\"]",
            "nginx:1"));
    awaitObserved("refused");

    // Then
    TaskDefinition refused = get("refused");
    assertThat(condition(refused, "Ready").getStatus()).isEqualTo("False");
    assertThat(condition(refused, "Stalled").getMessage())
        .contains("No Fargate configuration exists for given values.")
        .contains("In force: refused:1.");
    assertThat(refused.getStatus().latestRevision()).isEqualTo(1);
    assertThat(revisions("refused")).containsOnlyKeys("refused-1");
  }

  @Test
  void a_number_is_never_used_again_even_when_everything_was_deleted() {
    // Given
    apply(definition("again", "\"memory\":\"512\"", "nginx:1"));
    awaitLatest("again", 1);
    client().resource(get("again")).delete();
    await().untilAsserted(() -> assertThat(revisions("again")).isEmpty());

    // When
    apply(definition("again", "\"memory\":\"512\"", "nginx:1"));

    // Then
    awaitLatest("again", 2);
    assertThat(revisions("again")).containsOnlyKeys("again-2");
    ConfigMap numbers =
        client().configMaps().inNamespace(namespace).withName(RevisionNumbers.CONFIG_MAP).get();
    assertThat(numbers.getData()).containsEntry("again", "2");
    assertThat(numbers.getMetadata().getOwnerReferences()).isEmpty();
  }

  @Test
  void revisions_of_a_deleted_definition_stay_while_a_service_names_them() {
    // Given
    apply(definition("kept", "\"memory\":\"512\"", "nginx:1"));
    awaitLatest("kept", 1);
    Service service = new Service();
    service.getMetadata().setName("kept");
    service.getMetadata().setNamespace(namespace);
    service.setSpec(
        Mappers.json()
            .convertValue(
                Map.of("taskDefinition", "kept:1", "desiredCount", 0), ServiceSpec.class));
    client().resource(service).create();

    // When
    client().resource(get("kept")).delete();

    // Then
    await()
        .untilAsserted(
            () -> {
              var status = revisions("kept").get("kept-1").getStatus();
              assertThat(status.status()).isEqualTo("INACTIVE");
              assertThat(status.deregisteredAt()).isNotNull();
            });

    // When
    client().resource(service).delete();

    // Then, after the garbage collector, which looks for new kinds every 30 seconds
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(revisions("kept")).isEmpty());
  }

  @Test
  void revisions_that_no_definition_registered_here_wait_for_one_and_stay()
      throws InterruptedException {
    // Given a family as a backup brings it back: revisions first
    client().resource(revision("restored", "restored-4", 4)).create();
    await().until(() -> revisions("restored").get("restored-4").getStatus() != null);

    // When looks at it pass without a definition
    Thread.sleep(3000);

    // Then
    assertThat(revisions("restored").get("restored-4").getStatus().status()).isEqualTo("ACTIVE");

    // When the definition follows
    apply(definition("restored", "\"memory\":\"512\"", "nginx:1"));

    // Then it goes on from there
    awaitLatest("restored", 4);
    assertThat(revisions("restored")).containsOnlyKeys("restored-4");
  }

  @Test
  void a_name_that_somebody_else_took_costs_its_number() {
    // Given
    client().resource(revision("other-family", "taken-1", 1)).create();

    // When
    apply(definition("taken", "\"memory\":\"512\"", "nginx:1"));

    // Then
    awaitLatest("taken", 2);
    assertThat(revisions("other-family").get("taken-1").getSpec().revision()).isEqualTo(1);
  }

  @Test
  void the_server_refuses_to_change_a_revision() {
    // Given
    apply(definition("frozen", "\"memory\":\"512\"", "nginx:1"));
    awaitLatest("frozen", 1);
    TaskDefinitionRevision revision = revisions("frozen").get("frozen-1");

    // When / Then
    assertThatThrownBy(
            () ->
                client()
                    .resource(revision)
                    .patch(
                        PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"memory\":\"1024\"}}"))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void of_two_definitions_of_a_family_the_oldest_counts() throws InterruptedException {
    // Given
    apply(definition("first", "\"family\":\"twice\",\"memory\":\"512\"", "nginx:1"));
    awaitLatest("first", 1);
    Thread.sleep(1100); // creation times have seconds

    // When
    apply(definition("second", "\"family\":\"twice\",\"memory\":\"512\"", "nginx:2"));
    awaitObserved("second");

    // Then
    assertThat(condition(get("second"), "Stalled").getReason()).isEqualTo("DuplicateName");
    assertThat(revisions("twice")).containsOnlyKeys("twice-1");
  }

  @Test
  void resyncs_write_nothing() throws InterruptedException {
    // Given
    apply(definition("quiet", "\"memory\":\"512\"", "nginx:1"));
    awaitLatest("quiet", 1);
    await().until(() -> revisions("quiet").get("quiet-1").getStatus() != null);
    Thread.sleep(1000);
    String definition = get("quiet").getMetadata().getResourceVersion();
    String revision = revisions("quiet").get("quiet-1").getMetadata().getResourceVersion();

    // When two resyncs pass
    Thread.sleep(5000);

    // Then
    assertThat(get("quiet").getMetadata().getResourceVersion()).isEqualTo(definition);
    assertThat(revisions("quiet").get("quiet-1").getMetadata().getResourceVersion())
        .isEqualTo(revision);
  }

  private static KubernetesClient client() {
    return operator.client();
  }

  private static void apply(TaskDefinition definition) {
    client().resource(definition).fieldManager("test").forceConflicts().serverSideApply();
  }

  private static TaskDefinition get(String name) {
    return client().resources(TaskDefinition.class).inNamespace(namespace).withName(name).get();
  }

  private static Map<String, TaskDefinitionRevision> revisions(String family) {
    Map<String, TaskDefinitionRevision> result = new TreeMap<>();
    client()
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .filter(revision -> family.equals(revision.getSpec().family()))
        .forEach(revision -> result.put(revision.getMetadata().getName(), revision));
    return result;
  }

  private static void awaitLatest(String name, int revision) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var status = get(name).getStatus();
              assertThat(status).isNotNull();
              assertThat(status.latestRevision()).isEqualTo(revision);
            });
  }

  private static void awaitObserved(String name) {
    await()
        .until(
            () -> {
              TaskDefinition it = get(name);
              return it.getStatus() != null
                  && it.getMetadata().getGeneration().equals(it.getStatus().observedGeneration());
            });
  }

  private static Condition condition(TaskDefinition definition, String type) {
    return definition.getStatus().conditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static TaskDefinitionRevision revision(String family, String name, int number) {
    TaskDefinitionRevision revision = new TaskDefinitionRevision();
    revision.getMetadata().setName(name);
    revision.getMetadata().setNamespace(namespace);
    ObjectNode content =
        Revisions.content(definition(family, "\"memory\":\"512\"", "nginx:1").getSpec(), family);
    content.put("revision", number);
    revision.setSpec(Mappers.json().convertValue(content, TaskDefinitionSpec.class));
    return revision;
  }

  private static TaskDefinition definition(String name, String members, String image) {
    String json =
        """
        {"apiVersion":"ecs.longshore.dev/v1","kind":"TaskDefinition",
         "metadata":{"name":"%s","namespace":"%s"},
         "spec":{%s,"containerDefinitions":[{"name":"app","image":"%s"}]}}
        """
            .formatted(name, namespace, members, image);
    try {
      return Mappers.json().readValue(json, TaskDefinition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
