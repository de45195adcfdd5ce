package dev.longshore.testing;

import dev.longshore.operator.Clients;
import dev.longshore.operator.OperatorApp;
import dev.longshore.operator.OperatorConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The real operator in this process, serving some namespaces of a test's cluster. */
public final class RunningOperator implements AutoCloseable {
  private static final Duration RESYNC = Duration.ofSeconds(2);
  private static final int THREADS = 4;

  private final KubernetesClient client;
  private final OperatorApp app;

  private RunningOperator(KubernetesClient client, OperatorApp app) {
    this.client = client;
    this.app = app;
  }

  /** Installs the CRDs and starts; a resync every two seconds shows needless writes soon. */
  public static RunningOperator in(SharedCluster cluster, String... namespaces) {
    return start(cluster, config(namespaces));
  }

  /** The same with settings of the test's own. */
  public static RunningOperator start(SharedCluster cluster, OperatorConfig config) {
    CustomResources.install(cluster.client());
    KubernetesClient client = Clients.of(Config.fromKubeconfig(cluster.kubeconfig().toFile()));
    OperatorApp app = new OperatorApp(config, client, Clock.systemUTC());
    app.start();
    return new RunningOperator(client, app);
  }

  /** One that may end at a write. */
  public static RunningOperator mortal(SharedCluster cluster, Mortal life, String... namespaces) {
    return through(cluster, life, namespaces);
  }

  /** One whose every request passes by somebody. */
  public static RunningOperator through(
      SharedCluster cluster, Interceptor requests, String... namespaces) {
    CustomResources.install(cluster.client());
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .withHttpClientBuilderConsumer(it -> it.addOrReplaceInterceptor("test", requests))
            .build();
    OperatorApp app = new OperatorApp(config(namespaces), client, Clock.systemUTC());
    app.start();
    return new RunningOperator(client, app);
  }

  private static OperatorConfig config(String... namespaces) {
    return new OperatorConfig(
        Set.of(namespaces), RESYNC, THREADS, 0, Optional.empty(), Optional.empty());
  }

  /** Port of the management server. */
  public int port() {
    return app.port();
  }

  /** The client the operator uses: tolerant of unknown members. */
  public KubernetesClient client() {
    return client;
  }

  @Override
  public void close() {
    app.close();
    client.close();
  }
}
