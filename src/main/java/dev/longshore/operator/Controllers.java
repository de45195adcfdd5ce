package dev.longshore.operator;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.core.Actions;
import dev.longshore.core.Applier;
import dev.longshore.core.Events;
import dev.longshore.core.PackedStore;
import dev.longshore.core.StatusWriter;
import dev.longshore.core.WriteGate;
import dev.longshore.core.Writers;
import dev.longshore.ecs.capacityprovider.CapacityProviderReconciler;
import dev.longshore.ecs.cluster.ClusterReconciler;
import dev.longshore.ecs.podspec.ServerFeatures;
import dev.longshore.ecs.service.ServiceReconciler;
import dev.longshore.ecs.task.TaskPodReconciler;
import dev.longshore.ecs.task.TaskReconciler;
import dev.longshore.ecs.taskdefinition.Registration;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReconciler;
import dev.longshore.ecs.taskdefinition.TaskDefinitionRevisionReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of controllers, and what is the same for all of them. */
record Controllers(OperatorConfig config, KubernetesClient client, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Controllers.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration MAX_RETRY = Duration.ofMinutes(1);
  // pods come and go in bursts; a lone change is never held back
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final int RUNS_IN_PERIOD = 20;

  void register(Operator operator, WriteGate gate) {
    Actions actions = new Actions(gate);
    StatusWriter status = new StatusWriter(gate);
    Writers writers = new Writers(actions, new Applier(gate), status, new Events(gate, clock));
    ServerFeatures server = server();
    operator.register(
        new TaskDefinitionReconciler(actions, status, clock), packed(TaskDefinition.class));
    operator.register(
        new TaskDefinitionRevisionReconciler(actions, status, Registration.fields(), clock),
        packed(TaskDefinitionRevision.class));
    operator.register(new ClusterReconciler(status, clock), packed(Cluster.class));
    operator.register(new CapacityProviderReconciler(status, clock), this::common);
    operator.register(
        new ServiceReconciler(writers, clock, server, new LiveAlarms(client, config.prometheus())),
        packed(Service.class));
    operator.register(new TaskReconciler(writers, clock, server), packed(Task.class));
    operator.register(new TaskPodReconciler(actions), packed(Pod.class));
  }

  /** What the server can do; one that does not tell is taken for a current one. */
  private ServerFeatures server() {
    try {
      return ServerFeatures.ofMinor(client.getKubernetesVersion().getMinor());
    } catch (KubernetesClientException e) {
      LOG.warn("The server does not tell its version: {}", e.getMessage());
      return ServerFeatures.all();
    }
  }

  /** One informer may have a store of its own. */
  private <P extends HasMetadata & Namespaced> Consumer<ControllerConfigurationOverrider<P>> packed(
      Class<P> kind) {
    return overrider -> {
      common(overrider);
      if (!config.namespaces().isEmpty()) {
        overrider.settingNamespaces(config.namespaces());
      }
      if (config.namespaces().size() < 2) {
        overrider.withItemStore(new PackedStore<>(kind, client.getKubernetesSerialization()));
      }
    };
  }

  private <P extends HasMetadata> void common(ControllerConfigurationOverrider<P> overrider) {
    overrider
        .withRetry(retry())
        .withReconciliationMaxInterval(config.resync())
        .withRateLimiter(new LinearRateLimiter(PERIOD, RUNS_IN_PERIOD));
  }

  /** Without end: what fails for an hour heals in the minute after its cause is gone. */
  private static Retry retry() {
    return new GenericRetry()
        .setInitialInterval(RETRY.toMillis())
        .setIntervalMultiplier(2)
        .setMaxInterval(MAX_RETRY.toMillis())
        .withoutMaxAttempts();
  }
}
