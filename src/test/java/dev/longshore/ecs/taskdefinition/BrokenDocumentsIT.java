package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.taskdefinition.BrokenDocuments.Broken;
import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the validator refuses the API server never takes as it is: it refuses it itself, or the
 * operator says what is wrong and makes nothing of it. {@code -Dlongshore.brokenDocuments} sets how
 * many of each kind are tried.
 */
class BrokenDocumentsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int OF_EACH_KIND = Integer.getInteger("longshore.brokenDocuments", 3);
  private static final int UNPROCESSABLE = 422;

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();

  @Test
  void areRefusedByTheServerOrByTheOperatorAndLeaveNothing() throws IOException {
    long seed = Long.getLong("longshore.brokenSeed", System.nanoTime());
    List<Broken> sample = sample(new Random(seed));
    RunningOperator operator = RunningOperator.in(CLUSTER, namespace);
    Map<String, Broken> taken = new HashMap<>();
    int refused = 0;
    try {
      for (Broken broken : sample) {
        String name = "broken-" + taken.size();
        if (create(name, broken)) {
          taken.put(name, broken);
        } else {
          refused++;
        }
      }
      taken.forEach(this::isSaidToBeWrong);
      assertThat(
              client
                  .resources(TaskDefinitionRevision.class)
                  .inNamespace(namespace)
                  .list()
                  .getItems())
          .as("revisions, seed %d", seed)
          .isEmpty();
      assertThat(client.pods().inNamespace(namespace).list().getItems()).isEmpty();
      System.out.printf(
          "proof: name=broken-documents n=%d refused-by-server=%d refused-by-operator=%d seed=%d%n",
          sample.size(), refused, taken.size(), seed);
    } finally {
      operator.close();
      client.namespaces().withName(namespace).delete();
    }
  }

  /** So many of each kind, from whichever documents. */
  private static List<Broken> sample(Random random) throws IOException {
    Map<String, List<Broken>> kinds = new HashMap<>();
    BrokenDocuments.sources()
        .flatMap(file -> BrokenDocuments.of(file).stream())
        // an object has a name, and that is the family where the spec has none
        .filter(it -> !it.path().equals("family"))
        .forEach(it -> kinds.computeIfAbsent(it.how(), kind -> new ArrayList<>()).add(it));
    List<Broken> sample = new ArrayList<>();
    for (List<Broken> kind : kinds.values()) {
      Collections.shuffle(kind, random);
      sample.addAll(kind.subList(0, Math.min(kind.size(), OF_EACH_KIND)));
    }
    return sample;
  }

  /** Whether the API server takes it. */
  private boolean create(String name, Broken broken) {
    ObjectNode object = Mappers.json().createObjectNode();
    object.put("apiVersion", "ecs.longshore.dev/v1").put("kind", "TaskDefinition");
    object.putObject("metadata").put("name", name);
    ObjectNode spec = broken.document().deepCopy();
    object.set("spec", spec.put("family", name));
    try {
      client.resource(object.toString()).inNamespace(namespace).create();
      return true;
    } catch (KubernetesClientException e) {
      assertThat(e.getCode()).as("%s: %s", broken, e.getMessage()).isEqualTo(UNPROCESSABLE);
      return false;
    }
  }

  private void isSaidToBeWrong(String name, Broken broken) {
    ObjectNode stored = broken.document().deepCopy();
    ValidationError error = Validation.check(stored.put("family", name)).getFirst();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(stalled(name))
                    .as("%s, stored as %s", broken, name)
                    .contains(error.path())
                    .contains(error.message()));
  }

  private String stalled(String name) {
    TaskDefinition stored =
        client.resources(TaskDefinition.class).inNamespace(namespace).withName(name).get();
    return stored.getStatus() == null
        ? ""
        : stored.getStatus().conditions().stream()
            .filter(it -> it.getType().equals("Stalled") && it.getStatus().equals("True"))
            .map(Condition::getMessage)
            .findFirst()
            .orElse("");
  }
}
