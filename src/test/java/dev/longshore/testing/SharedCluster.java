package dev.longshore.testing;

import dev.longshore.localcluster.ClusterOptions;
import dev.longshore.localcluster.LocalCluster;
import dev.longshore.localcluster.LocalClusterException;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Shared by all test classes of a run: a cluster starts once, and ends after the last class. */
abstract class SharedCluster implements BeforeAllCallback {
  private static final Namespace STORE = Namespace.create(SharedCluster.class);

  private final String name;
  private Running running;

  SharedCluster(String name) {
    this.name = name;
  }

  abstract ClusterOptions options(Path directory);

  @Override
  public final void beforeAll(ExtensionContext context) {
    // In the root store, so that all test classes share it and JUnit closes it after the last.
    Outcome outcome =
        context.getRoot().getStore(STORE).computeIfAbsent(name, key -> begin(), Outcome.class);
    switch (outcome) {
      case Running it -> running = it;
      case Impossible it -> give(it);
    }
  }

  /** The administrator. */
  public final KubernetesClient client() {
    return running.client;
  }

  /** One JSON object a line and request, level Metadata. */
  public final Path auditLog() {
    return running.cluster.auditLog();
  }

  public final Path kubeconfig() {
    return running.cluster.kubeconfig();
  }

  /** A namespace that no other test uses; it is left to the end of the cluster. */
  public final String freshNamespace() {
    String name = "test-" + running.namespaces.incrementAndGet();
    client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return name;
  }

  final LocalCluster cluster() {
    return running.cluster;
  }

  private static void give(Impossible reason) {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new IllegalStateException("CI=true and no cluster: " + reason.why());
    }
    System.err.println("SKIPPED, no cluster: " + reason.why());
    Assumptions.abort("no cluster: " + reason.why());
  }

  /** Of this run's cluster alone. */
  public final Path directory() {
    return Path.of("target", "it-" + name + "-" + ProcessHandle.current().pid());
  }

  private Outcome begin() {
    LocalCluster cluster = new LocalCluster(options(directory()), System.err::println);
    Thread stopper = new Thread(cluster::down);
    // For a run that is interrupted: JUnit then closes nothing.
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      cluster.up();
      return new Running(cluster, client(cluster));
    } catch (LocalClusterException e) {
      return new Impossible(String.valueOf(e.getMessage()));
    }
  }

  private static KubernetesClient client(LocalCluster cluster) {
    Config config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private sealed interface Outcome {}

  private record Impossible(String why) implements Outcome {}

  private static final class Running implements Outcome, AutoCloseable {
    private final LocalCluster cluster;
    private final KubernetesClient client;
    private final AtomicInteger namespaces = new AtomicInteger();

    private Running(LocalCluster cluster, KubernetesClient client) {
      this.cluster = cluster;
      this.client = client;
    }

    @Override
    public void close() {
      client.close();
      if (Files.exists(cluster.kubeconfig())) {
        cluster.down();
      }
    }
  }
}
