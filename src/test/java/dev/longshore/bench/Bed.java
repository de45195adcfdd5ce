package dev.longshore.bench;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceEvent;
import dev.longshore.localcluster.ClusterOptions;
import dev.longshore.localcluster.LocalCluster;
import dev.longshore.localcluster.NodeKind;
import dev.longshore.operator.Clients;
import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Request;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.InstalledChart;
import dev.longshore.testing.TestCache;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A cluster with the chart's account, one namespace that the operator serves, and the operator. */
final class Bed implements AutoCloseable {
  static final String SERVED = "served";
  static final String ADMINISTRATOR = "longshore-admin";

  /** As many as the operator has threads. */
  static final int CONCURRENCY = 16;

  /** Room for 5,000 services, and as many of the bare writer. */
  private static final int NODES = 8;

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String OBJECT =
      "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec: %s\n";

  private final LocalCluster cluster;
  private final Path directory;
  private final KubernetesClient client;
  private final Path kubeconfig;
  private final AtomicInteger namespaces = new AtomicInteger();
  private final List<String> longshore;
  private final long emptyHeap;
  private OperatorProcess operator;

  private Bed(LocalCluster cluster, Path directory, List<String> longshore) throws Exception {
    this.cluster = cluster;
    this.directory = directory;
    this.longshore = longshore;
    this.client = Clients.of(Config.fromKubeconfig(cluster.kubeconfig().toFile()));
    CustomResources.install(client);
    Config account = InstalledChart.into(client).connection(cluster.kubeconfig());
    this.kubeconfig = write(directory.resolve("operator.kubeconfig"), account);
    namespace(SERVED);
    apply(SERVED, "Cluster", "default", "{capacityProviders: [FARGATE]}");
    image(1);
    this.operator = start();
    await()
        .until(
            () -> !operatorAsked().requests().stream().filter(Request::writes).toList().isEmpty());
    this.emptyHeap = operator.heap();
  }

  /**
   * Starts the cluster and the operator.
   *
   * @param longshore the command that runs Longshore
   */
  static Bed up(Path directory, List<String> longshore) throws Exception {
    Files.createDirectories(directory);
    LocalCluster cluster =
        new LocalCluster(
            new ClusterOptions(
                directory.resolve("cluster"), TestCache.directory(), NodeKind.KWOK, NODES, true),
            System.err::println);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::down));
    cluster.up();
    return new Bed(cluster, directory, longshore);
  }

  KubernetesClient client() {
    return client;
  }

  OperatorProcess operator() {
    return operator;
  }

  /** Heap of the operator without a service, in KiB. */
  long emptyHeap() {
    return emptyHeap;
  }

  void stopOperator() {
    operator.close();
  }

  void startOperator() throws IOException {
    operator = start();
  }

  private OperatorProcess start() throws IOException {
    return OperatorProcess.start(
        longshore, kubeconfig, SERVED, directory.resolve("operator.log").toFile());
  }

  AuditLog asked(String user) {
    return new AuditLog(cluster.auditLog(), user);
  }

  /** What the operator asked for. */
  AuditLog operatorAsked() {
    return asked(InstalledChart.USER);
  }

  /** One that the operator does not serve. */
  String freshNamespace() {
    return namespace("bare-" + namespaces.incrementAndGet());
  }

  private String namespace(String name) {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return name;
  }

  /** The newest revision of the task definition that every service runs. */
  void image(int tag) {
    apply(
        SERVED,
        "TaskDefinition",
        "web",
        "{containerDefinitions: [{name: app, image: 'example/web:%d', cpu: 8, memory: 8, portMappings: [{containerPort: 8080}]}]}"
            .formatted(tag));
  }

  void service(String namespace, String name, int desired) {
    apply(
        namespace,
        "Service",
        name,
        "{taskDefinition: web, desiredCount: %d, kubernetes: {minReadySeconds: 0}}"
            .formatted(desired));
  }

  private void apply(String namespace, String kind, String name, String spec) {
    client
        .resource(
            Serialization.unmarshal(
                OBJECT.formatted(kind, name, namespace, spec), GenericKubernetesResource.class))
        .serverSideApply();
  }

  /** Waits until so many services are in a steady state. */
  void steady(int services) {
    await().until(() -> steadyServices() >= services);
  }

  static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofSeconds(2));
  }

  int services() {
    return client.resources(Service.class).inNamespace(SERVED).list().getItems().size();
  }

  /** Services whose newest deployment is of this revision and completed. */
  long completed(String revision) {
    return statuses()
        .map(it -> it.getStatus().deployments().getFirst())
        .filter(it -> String.valueOf(it.taskDefinition()).endsWith(revision))
        .filter(it -> "COMPLETED".equals(it.rolloutState()))
        .count();
  }

  /** Brings the status of every service to so many events. */
  void fillEvents(int count) {
    statuses()
        .filter(it -> !it.getStatus().events().isEmpty())
        .forEach(it -> client.resource(it).subresource("status").patch(MERGE, events(it, count)));
  }

  private static String events(Service service, int count) {
    ServiceEvent one = service.getStatus().events().getFirst();
    return Serialization.asJson(
        Map.of("status", Map.of("events", Collections.nCopies(count, one))));
  }

  private Stream<Service> statuses() {
    return client.resources(Service.class).inNamespace(SERVED).list().getItems().stream()
        .filter(it -> it.getStatus() != null && !it.getStatus().deployments().isEmpty());
  }

  private long steadyServices() {
    return statuses()
        .filter(it -> it.getStatus().conditions().stream().anyMatch(Bed::ready))
        .count();
  }

  private static boolean ready(Condition condition) {
    return condition.getType().equals("Ready") && condition.getStatus().equals("True");
  }

  private static Path write(Path file, Config account) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: operator
        contexts: [{name: operator, context: {cluster: bench, user: operator}}]
        clusters: [{name: bench, cluster: {server: "%s", certificate-authority-data: "%s"}}]
        users: [{name: operator, user: {token: "%s"}}]
        """
            .formatted(account.getMasterUrl(), account.getCaCertData(), account.getOauthToken()));
  }

  @Override
  public void close() {
    operator.close();
    client.close();
    cluster.down();
  }
}
