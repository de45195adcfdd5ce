package dev.longshore.ecs.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.podspec.Lifetime;
import dev.longshore.ecs.podspec.PodInputs;
import dev.longshore.ecs.podspec.PodTemplates;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The API server takes the pods of whatever definition is accepted: it is asked to apply each, for
 * a service and for a task that runs once, and to keep none.
 */
class AcceptedDefinitionsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final Path EVERYTHING = Path.of("src/test/resources/fields/every-member.yaml");
  private static final List<Lifetime> BOTH = List.of(Lifetime.values());
  private static final String BINDINGS =
      """
      volumes:
      - {source: node, claimName: files}
      - {source: /mnt/data, csi: {driver: files.example.com, fsType: xfs, readOnly: true, volumeAttributes: {a: b}}}
      - {source: fs-1, nfs: {server: nas.example.com, path: /exports}}
      - {source: fs-2, storageClassName: fast, sizeInGiB: 5}
      devices: [{device: /dev/fuse, resourceName: example.com/fuse}, {device: GPU, resourceName: example.com/fuse}]
      executionRoles: [{roleArn: "arn:aws:iam::123456789012:role/agent", pullSecrets: [one, two]}]
      """;

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final Set<String> asked = new TreeSet<>();

  @BeforeEach
  void waitForTheAccountOfPods() {
    Awaitility.await()
        .until(
            () ->
                client.serviceAccounts().inNamespace(namespace).withName("default").get() != null);
  }

  @AfterEach
  void remove() {
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void realDefinitions() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (Path file : CorpusTest.documents()) {
      JsonNode document = Mappers.json().readTree(file.toFile());
      JsonNode spec = document.path("taskDefinition");
      refusals(spec.isObject() ? spec : document, AwsReferences.byConvention(), BOTH)
          .forEach(refusal -> refused.put(file.getFileName().toString(), refusal));
    }

    assertThat(asked).isNotEmpty();
    assertThat(refused).isEmpty();
  }

  @Test
  void definitionsWithAnOddValueInEveryPlace() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    ObjectNode base = everything();
    assertThat(Registration.examine(base).errors()).isEmpty();
    int turn = 0;
    for (ObjectNode odd : OddDocuments.of(base)) {
      // the two differ in few members, and asking takes its time
      Lifetime lifetime = Lifetime.values()[turn++ % 2];
      refusals(odd, AwsReferences.byConvention(), List.of(lifetime))
          .forEach(refusal -> refused.put(refusal, difference(base, odd)));
    }

    assertThat(asked).hasSizeGreaterThan(1000);
    assertThat(refused).isEmpty();
  }

  @Test
  void whatTheClusterBinds() throws IOException {
    Bindings bindings = Mappers.yaml().readValue(BINDINGS, Bindings.class);

    assertThat(refusals(everything(), new AwsReferences(bindings), BOTH)).isEmpty();
    assertThat(asked).hasSize(2);
  }

  /** What the server says against the pods of the document, if that is accepted. */
  private List<String> refusals(JsonNode spec, AwsReferences references, List<Lifetime> lifetimes) {
    Registration registration = Registration.examine(spec);
    if (!registration.accepted()) {
      return List.of();
    }
    TaskDefinitionSpec definition =
        Mappers.json()
            .convertValue(registration.normalized().definition(), TaskDefinitionSpec.class);
    List<String> refusals = new ArrayList<>();
    lifetimes.stream()
        .map(lifetime -> pod(definition, references, lifetime))
        .filter(pod -> asked.add(Mappers.canonical(pod)))
        .forEach(
            pod -> {
              try {
                client.pods().inNamespace(namespace).resource(pod).dryRun().serverSideApply();
              } catch (KubernetesClientException e) {
                refusals.add(String.valueOf(e.getMessage()));
              }
            });
    return refusals;
  }

  private static Pod pod(
      TaskDefinitionSpec definition, AwsReferences references, Lifetime lifetime) {
    PodTemplateSpec template =
        PodTemplates.render(
            new PodInputs(
                definition,
                Map.of(),
                Map.of(),
                references,
                Map.of(),
                List.of(),
                lifetime == Lifetime.SERVICE ? 5 : 0,
                false,
                lifetime,
                definition.tags(),
                List.of(),
                ServerFeatures.all()));
    Pod pod = new Pod("v1", "Pod", template.getMetadata(), template.getSpec(), null);
    pod.getMetadata().setName("task");
    return pod;
  }

  /** The document that uses every member, in the mode that has links and host names. */
  private static ObjectNode everything() throws IOException {
    ObjectNode document = (ObjectNode) Mappers.yaml().readTree(Files.readString(EVERYTHING));
    return document.put("networkMode", "bridge");
  }

  /** Where the documents part, as a reader wants it. */
  private static String difference(JsonNode base, JsonNode odd) {
    List<String> lines = new ArrayList<>(odd.toPrettyString().lines().toList());
    lines.removeAll(base.toPrettyString().lines().toList());
    String text = lines.isEmpty() ? "something left out" : String.join(" ", lines);
    return text.substring(0, Math.min(2000, text.length()));
  }
}
