package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Right;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.InstalledChart;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How much the operator writes, by the API server's audit log: once for each child, and nothing at
 * all once everything is steady. {@code -Dlongshore.services} and {@code -Dlongshore.quietSeconds}
 * make it long; {@code make proof} does.
 */
class WritesIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final int SERVICES = Integer.getInteger("longshore.services", 20);
  private static final int QUIET = Integer.getInteger("longshore.quietSeconds", 6);
  private static final Set<String> READS = Set.of("get", "list", "watch");

  /** Short, so that many looks at every object fall into the quiet time. */
  private static final Duration RESYNC = Duration.ofSeconds(2);

  private final KubernetesClient admin = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();

  @Test
  void eachChildIsWrittenOnceAndSteadyServicesAreNotWrittenAtAll() throws InterruptedException {
    CustomResources.install(admin);
    InstalledChart chart = InstalledChart.into(admin);
    AuditLog log = new AuditLog(CLUSTER.auditLog(), InstalledChart.USER);
    OperatorConfig config =
        new OperatorConfig(Set.of(namespace), RESYNC, 16, 0, Optional.empty(), Optional.empty());
    try (KubernetesClient client = Clients.of(chart.connection(CLUSTER.kubeconfig()));
        OperatorApp app = new OperatorApp(config, client, Clock.systemUTC())) {
      app.start();
      surroundings();
      long memory = used();
      int before = log.requests().size();
      for (int i = 0; i < SERVICES; i++) {
        apply("Service", "web-" + i, "{taskDefinition: web, kubernetes: {minReadySeconds: 0}}");
      }
      awaitSteady();
      Map<Right, Long> made = counted(log, before);
      report(made);
      assertOneWriteForEachChild(made);
      System.out.printf(
          "proof: name=heap-per-service value=%d unit=KiB n=%d%n",
          (used() - memory) / 1024 / SERVICES, SERVICES);

      int steady = log.requests().size();
      Thread.sleep(Duration.ofSeconds(QUIET));
      Map<Right, Long> idle = counted(log, steady);
      System.out.printf(
          "proof: name=writes-in-steady-state value=%d unit=requests n=%d seconds=%d%n",
          sum(idle), SERVICES, QUIET);
      assertThat(idle).as("requests in the quiet time, watches renewed apart").isEmpty();
    }
  }

  private static void assertOneWriteForEachChild(Map<Right, Long> made) {
    long services = SERVICES;
    assertThat(made)
        .containsEntry(new Right("patch", "apps", "deployments"), services)
        .containsEntry(new Right("patch", "", "services"), services)
        .containsEntry(new Right("patch", "policy", "poddisruptionbudgets"), services);
  }

  private static void report(Map<Right, Long> made) {
    made.forEach(
        (right, count) ->
            System.out.printf(
                "proof: name=writes-per-service request=%s:%s/%s value=%.2f unit=requests n=%d%n",
                right.verb(),
                right.group(),
                right.resource(),
                (double) count / SERVICES,
                SERVICES));
    System.out.printf(
        "proof: name=writes-per-service request=all value=%.2f unit=requests n=%d%n",
        (double) sum(made) / SERVICES, SERVICES);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long sum(Map<Right, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Writes after so many requests, by what was written. */
  private static Map<Right, Long> counted(AuditLog log, int from) {
    return log.requests().stream()
        .skip(from)
        .map(AuditLog.Request::right)
        .filter(right -> !READS.contains(right.verb()))
        .collect(
            Collectors.groupingBy(
                it -> it, () -> new TreeMap<>(InstalledChart.ORDER), Collectors.counting()));
  }

  private void surroundings() {
    String provider =
        "apiVersion: ecs.longshore.dev/v1\nkind: CapacityProvider\nmetadata: {name: quiet}\nspec: {}\n";
    admin.resource(object(provider)).serverSideApply();
    apply("Cluster", "quiet", "{capacityProviders: [quiet, FARGATE]}");
    apply(
        "TaskDefinition",
        "web",
        "{containerDefinitions: [{name: app, image: example/web:1, cpu: 8, memory: 8,"
            + " portMappings: [{containerPort: 8080}]}]}");
  }

  private void apply(String kind, String name, String spec) {
    String yaml =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec: %s\n";
    admin.resource(object(yaml.formatted(kind, name, namespace, spec))).serverSideApply();
  }

  private static GenericKubernetesResource object(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }

  private void awaitSteady() {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(steady()).isEqualTo(SERVICES));
    await().atMost(Duration.ofMinutes(1)).until(this::theClusterCountsAll);
    await().pollDelay(RESYNC).until(() -> true);
  }

  /** Its controller looks at many changes at once, so its count comes last. */
  private boolean theClusterCountsAll() {
    return admin.resources(Cluster.class).inNamespace(namespace).list().getItems().stream()
        .allMatch(it -> it.getStatus().runningTasksCount() == SERVICES);
  }

  private long steady() {
    List<Service> services =
        admin.resources(Service.class).inNamespace(namespace).list().getItems();
    return services.stream()
        .filter(it -> it.getStatus() != null)
        .flatMap(it -> Stream.of(it.getStatus()))
        .filter(
            it ->
                it.conditions().stream()
                    .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True")))
        .count();
  }
}
