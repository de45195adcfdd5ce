package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.api.ecs.v1.TaskStatus;
import dev.longshore.core.Labels;
import dev.longshore.operator.OperatorConfig.Leadership;
import dev.longshore.testing.AuditLog;
import dev.longshore.testing.AuditLog.Request;
import dev.longshore.testing.AuditLog.Right;
import dev.longshore.testing.CustomResources;
import dev.longshore.testing.InstalledChart;
import dev.longshore.testing.RealCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator as its own ServiceAccount: what it used and what the chart grants are the same. */
class OperatorRightsIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  /** Every account may ask what it may do; leader election does so before it starts. */
  private static final Set<Right> EVERYBODYS =
      Set.of(new Right("create", "authorization.k8s.io", "selfsubjectrulesreviews"));

  private final KubernetesClient admin = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();

  /** The chart's two modes. */
  enum Mode {
    WHOLE_CLUSTER,
    NAMESPACED
  }

  @ParameterizedTest
  @EnumSource
  void aWholeLifeNeedsEveryRightOfTheChartAndNoOther(Mode mode) {
    CustomResources.install(admin);
    boolean namespaced = mode == Mode.NAMESPACED;
    InstalledChart chart =
        InstalledChart.into(admin, namespaced ? Map.of("watchNamespaces[0]", namespace) : Map.of());
    AuditLog log = new AuditLog(CLUSTER.auditLog(), InstalledChart.USER);
    int before = log.requests().size();
    OperatorConfig config =
        new OperatorConfig(
            namespaced ? Set.of(namespace) : Set.of(),
            Duration.ofMinutes(10),
            4,
            0,
            Optional.empty(),
            Optional.of(new Leadership(InstalledChart.NAMESPACE, "it")));

    try (KubernetesClient client = Clients.of(chart.connection(CLUSTER.kubeconfig()));
        OperatorApp app = new OperatorApp(config, client, Clock.systemUTC())) {
      app.start();
      live();
    }

    List<Request> requests = log.requests().stream().skip(before).toList();
    assertThat(requests)
        .as("refused")
        .filteredOn(Request::denied)
        .extracting(Request::right)
        .isEmpty();
    Set<Right> used = requests.stream().flatMap(AuditLog::needed).collect(Collectors.toSet());
    Set<Right> granted = chart.granted();
    assertThat(without(used, granted)).as("used, not granted").isSubsetOf(EVERYBODYS);
    assertThat(without(granted, used)).as("granted, not used").isEmpty();
  }

  /** What has no namespace of its own would spare the next mode a right. */
  @AfterEach
  void forget() {
    admin.leases().inNamespace(InstalledChart.NAMESPACE).delete();
    admin.resources(CapacityProvider.class).withName("rights").delete();
  }

  private static Set<Right> without(Set<Right> some, Set<Right> others) {
    Set<Right> rest = new TreeSet<>(InstalledChart.ORDER);
    rest.addAll(some);
    rest.removeAll(others);
    return rest;
  }

  /** Everything the operator does: register, deploy, roll, scale, heal, retire. */
  private void live() {
    apply("Cluster", "shop", "{}");
    admin
        .resource(
            """
            apiVersion: ecs.longshore.dev/v1
            kind: CapacityProvider
            metadata: {name: rights}
            spec: {name: rights, kubernetes: {nodeSelector: {kubernetes.io/os: linux}}}
            """)
        .serverSideApply();
    apply("TaskDefinition", "web", definition(1) + PORT);
    apply(
        "Service",
        "web",
        """
          taskDefinition: web
          desiredCount: 1
          kubernetes:
            minReadySeconds: 0
            autoScaling:
              scalableTarget: {minCapacity: 1, maxCapacity: 3}
              scalingPolicies:
              - policyName: cpu
                policyType: TargetTrackingScaling
                targetTrackingScalingPolicyConfiguration:
                  targetValue: 50
                  predefinedMetricSpecification:
                    predefinedMetricType: ECSServiceAverageCPUUtilization
        """);
    eventually(this::ready);
    apply("TaskDefinition", "web", definition(2));
    eventually(() -> assertThat(status().taskDefinition()).isEqualTo("web:2"));
    eventually(this::ready);
    apply("Service", "web", "  taskDefinition: web\n  desiredCount: 1\n");
    replaceFailing();
    runTasks();
    apply("Service", "agents", "  taskDefinition: web:1\n  schedulingStrategy: DAEMON\n");
    eventually(() -> assertThat(agents()).isNotEmpty());
    deleteInUse();
    admin.resources(TaskDefinition.class).inNamespace(namespace).withName("web").delete();
    admin.resources(Service.class).inNamespace(namespace).withName("web").delete();
    eventually(() -> assertThat(admin.pods().inNamespace(namespace).list().getItems()).isEmpty());
    retire();
  }

  private List<DaemonSet> agents() {
    return admin.apps().daemonSets().inNamespace(namespace).list().getItems();
  }

  /** One task that ends and is forgotten, and one that is deleted while it waits for a node. */
  private void runTasks() {
    apply("Task", "once", "  taskDefinition: web:1\n  kubernetes: {ttlSecondsAfterFinished: 1}\n");
    apply(
        "Task",
        "stuck",
        """
          taskDefinition: web:1
          placementConstraints:
          - {type: memberOf, expression: "attribute:ecs.cpu-architecture == arm64"}
        """);
    eventually(
        () ->
            assertThat(task("stuck").getStatus())
                .isNotNull()
                .extracting(TaskStatus::lastStatus)
                .isEqualTo("PROVISIONING"));
    eventually(() -> assertThat(task("once")).isNull());
    retryTask();
    admin.resources(Task.class).inNamespace(namespace).withName("stuck").delete();
  }

  /** Its image is missing, so it fails, and another attempt follows. */
  private void retryTask() {
    apply(
        "Task",
        "again",
        "  taskDefinition: web:3\n  kubernetes: {retries: 1, ttlSecondsAfterFinished: 1}\n");
    String next =
        "again-%s-attempt-2".formatted(task("again").getMetadata().getUid().substring(0, 6));
    eventually(() -> assertThat(task(next)).isNotNull());
    eventually(() -> assertThat(task("again")).isNull());
    admin.resources(Task.class).inNamespace(namespace).withName(next).delete();
  }

  private Task task(String name) {
    return admin.resources(Task.class).inNamespace(namespace).withName(name).get();
  }

  /** The revision of the daemons goes once they are gone. */
  private void deleteInUse() {
    desire("INACTIVE");
    desire("DELETED");
    eventually(
        () -> assertThat(first().get().getStatus().status()).isEqualTo("DELETE_IN_PROGRESS"));
    admin.resources(Service.class).inNamespace(namespace).withName("agents").delete();
    eventually(() -> assertThat(first().get()).isNull());
  }

  private void desire(String status) {
    first()
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"kubernetes\":{\"desiredStatus\":\"%s\"}}}".formatted(status));
  }

  private Resource<TaskDefinitionRevision> first() {
    return admin.resources(TaskDefinitionRevision.class).inNamespace(namespace).withName("web-1");
  }

  /** Tasks that do not start are replaced. */
  private void replaceFailing() {
    apply("TaskDefinition", "web", definition(3).replace("example/web", "simulated/missing"));
    eventually(() -> assertThat(status().deployments()).anyMatch(it -> it.failedTasks() > 2));
  }

  /** A definition that no service names takes its revisions with it. */
  private void retire() {
    apply("TaskDefinition", "idle", definition(1).replace("family: web", "family: idle"));
    eventually(() -> assertThat(idle()).hasSize(1));
    admin.resources(TaskDefinition.class).inNamespace(namespace).withName("idle").delete();
    eventually(() -> assertThat(idle()).isEmpty());
  }

  private List<TaskDefinitionRevision> idle() {
    return admin
        .resources(TaskDefinitionRevision.class)
        .inNamespace(namespace)
        .withLabel(Labels.FAMILY, "idle")
        .list()
        .getItems();
  }

  private static final String PORT = "    portMappings: [{containerPort: 8080}]\n";

  private static String definition(int version) {
    return """
      family: web
      containerDefinitions:
      - name: app
        image: example/web:%d
        cpu: 64
        memory: 64
    """
        .formatted(version);
  }

  private void apply(String kind, String name, String spec) {
    String head =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n";
    HasMetadata object =
        Serialization.unmarshal(
            head.formatted(kind, name, namespace) + (spec.startsWith("{") ? "  " : "") + spec);
    admin.resource(object).forceConflicts().serverSideApply();
  }

  private ServiceStatus status() {
    return admin.resources(Service.class).inNamespace(namespace).withName("web").get().getStatus();
  }

  private void ready() {
    assertThat(status()).isNotNull();
    assertThat(status().conditions())
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(assertion);
  }
}
