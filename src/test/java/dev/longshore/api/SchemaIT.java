package dev.longshore.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the API server itself says to the documents in {@code schema/<kind>}: {@code valid-*} are
 * taken, {@code invalid-*} are refused with the message in their first line. A file with two
 * documents is an object and its next version; the verdict is about the last.
 */
class SchemaIT {
  private static final Path FIXTURES = Path.of("src/test/resources/schema");
  private static final String EXPECT = "# expect: ";
  private static final int UNPROCESSABLE = 422;

  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static String namespace;

  @BeforeAll
  static void install() {
    namespace = CLUSTER.freshNamespace();
    CustomResources.install(CLUSTER.client());
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validDocumentsAreAccepted(Path file) throws IOException {
    List<String> versions = versions(file);
    try {
      apply(versions);
    } finally {
      resource(versions.getFirst()).delete();
    }
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidDocumentsAreRefusedWithTheirMessage(Path file) throws IOException {
    List<String> versions = versions(file);
    List<String> before = versions.subList(0, versions.size() - 1);
    try {
      apply(before);

      KubernetesClientException refusal =
          catchThrowableOfType(
              KubernetesClientException.class, () -> write(versions.getLast(), before.isEmpty()));

      assertThat(refusal).as("refusal of %s", file).isNotNull();
      assertThat(refusal.getCode()).isEqualTo(UNPROCESSABLE);
      assertThat(refusal.getMessage()).contains(expected(file));
    } finally {
      resource(versions.getFirst()).delete();
    }
  }

  @Test
  void theServerFillsTheDefaultsOfAServiceAndNoOthers() throws IOException {
    Service stored = services().resource(service("defaults")).create();

    assertThat(Mappers.canonical(stored.getSpec()))
        .isEqualTo(
            "{\"desiredCount\":1,\"schedulingStrategy\":\"REPLICA\",\"taskDefinition\":\"web:3\"}");
  }

  @Test
  void scaleIsThatOfDesiredCount() throws IOException {
    services().resource(service("scaled")).create();

    services().inNamespace(namespace).withName("scaled").scale(7);

    assertThat(services().inNamespace(namespace).withName("scaled").get().getSpec().desiredCount())
        .isEqualTo(7);
  }

  @Test
  void eachFixtureIsUsed() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(file.getFileName().toString()).matches("(valid|invalid)-.*\\.yaml"));
    }
  }

  private static MixedOperation<Service, KubernetesResourceList<Service>, Resource<Service>>
      services() {
    return CLUSTER.client().resources(Service.class);
  }

  private static Service service(String name) throws IOException {
    Service service =
        Mappers.yaml()
            .readValue(FIXTURES.resolve("service/valid-minimal.yaml").toFile(), Service.class);
    service.getMetadata().setName(name);
    service.getMetadata().setNamespace(namespace);
    return service;
  }

  static Stream<Path> valid() throws IOException {
    return fixtures("valid-");
  }

  static Stream<Path> invalid() throws IOException {
    return fixtures("invalid-");
  }

  private static Stream<Path> fixtures(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static void apply(List<String> versions) {
    for (int i = 0; i < versions.size(); i++) {
      write(versions.get(i), i == 0);
    }
  }

  private static void write(String document, boolean first) {
    if (first) {
      resource(document).create();
    } else {
      resource(document).update();
    }
  }

  /** Generic, so that the test's own types drop or add nothing. */
  private static Resource<GenericKubernetesResource> resource(String document) {
    GenericKubernetesResource object =
        CLUSTER
            .client()
            .getKubernetesSerialization()
            .unmarshal(document, GenericKubernetesResource.class);
    return CLUSTER.client().resource(object).inNamespace(namespace);
  }

  private static List<String> versions(Path file) throws IOException {
    return List.of(Files.readString(file).split("\n---\n"));
  }

  private static String expected(Path file) throws IOException {
    String line = Files.readAllLines(file).getFirst();
    assertThat(line).as("first line of %s", file).startsWith(EXPECT);
    return line.substring(EXPECT.length());
  }
}
