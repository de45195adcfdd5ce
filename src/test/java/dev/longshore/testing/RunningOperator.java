package dev.longshore.testing;

import dev.longshore.operator.Clients;
import dev.longshore.operator.OperatorApp;
import dev.longshore.operator.OperatorConfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real operator in this process, serving one namespace of the {@link RealCluster}. */
public final class RunningOperator implements AutoCloseable {
  private static final Path CRDS = Path.of("crds");
  private static final Duration RESYNC = Duration.ofSeconds(2);
  private static final int THREADS = 4;

  private final KubernetesClient client;
  private final OperatorApp app;

  private RunningOperator(KubernetesClient client, OperatorApp app) {
    this.client = client;
    this.app = app;
  }

  /** Installs the CRDs and starts; a resync every two seconds shows needless writes soon. */
  public static RunningOperator in(RealCluster cluster, String namespace) {
    return start(
        cluster, new OperatorConfig(Set.of(namespace), RESYNC, THREADS, 0, Optional.empty()));
  }

  /** The same with settings of the test's own. */
  public static RunningOperator start(RealCluster cluster, OperatorConfig config) {
    installCrds(cluster.client());
    KubernetesClient client = Clients.of(Config.fromKubeconfig(cluster.kubeconfig().toFile()));
    OperatorApp app = new OperatorApp(config, client, Clock.systemUTC());
    app.start();
    return new RunningOperator(client, app);
  }

  /** Applies everything in {@code crds/} and waits until the server serves it. */
  public static void installCrds(KubernetesClient client) {
    try (Stream<Path> files = Files.list(CRDS)) {
      for (Path file : files.sorted().toList()) {
        List<HasMetadata> objects = client.load(Files.newInputStream(file)).items();
        for (HasMetadata object : objects) {
          client.resource(object).fieldManager("test").forceConflicts().serverSideApply();
          client
              .apiextensions()
              .v1()
              .customResourceDefinitions()
              .withName(object.getMetadata().getName())
              .waitUntilCondition(RunningOperator::established, 30, TimeUnit.SECONDS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean established(CustomResourceDefinition crd) {
    return crd.getStatus() != null
        && crd.getStatus().getConditions() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
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
