package dev.longshore.cli;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.core.Arns;
import dev.longshore.ecs.cluster.Clusters;
import dev.longshore.operator.Clients;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say where a verb works; use it as a {@code @Mixin} and in a try block. Nothing
 * is contacted before {@link #client()} or, with {@code --cluster}, {@link #namespace()} is called.
 */
final class Connection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;

  @Mixin Kubeconfig kubeconfig = new Kubeconfig();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "Namespace to work in; by default that of --cluster, else of the context.")
  @Nullable String namespace;

  @Option(
      names = "--cluster",
      paramLabel = "CLUSTER",
      description = "ECS cluster (name or ARN) whose namespace to work in.")
  @Nullable String cluster;

  private @Nullable KubernetesClient client;

  /** The client, after the API server answered once; {@link Refusal} with exit code 3 otherwise. */
  KubernetesClient client() {
    KubernetesClient made = client;
    if (made == null) {
      made = connect(kubeconfig.load());
      client = made;
      if (namespace != null) {
        refuseAbsent(made, namespace);
      }
    }
    return made;
  }

  /** The namespace to work in: {@code -n}, else that of {@code --cluster}, else the context's. */
  String namespace() {
    if (namespace != null) {
      return namespace;
    }
    if (cluster != null) {
      return namespaceOf(Arns.resource(cluster, "cluster").orElse(cluster));
    }
    String configured = client().getConfiguration().getNamespace();
    return configured == null ? "default" : configured;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }

  /** A namespace that is not there holds nothing, which is no answer; some may not ask. */
  private static void refuseAbsent(KubernetesClient client, String name) {
    try {
      if (client.namespaces().withName(name).get() == null) {
        throw new Refusal(
            Refusal.REFUSED,
            "-n: there is no namespace %s; `kubectl get namespaces` lists them.".formatted(name));
      }
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
    }
  }

  private KubernetesClient connect(Config config) {
    KubernetesClient made = Clients.of(patient(config));
    try {
      made.getKubernetesVersion();
      return made;
    } catch (KubernetesClientException e) {
      made.close();
      throw kubeconfig.unreachable(config, e);
    }
  }

  // a person waits: the client's ten growing pauses are for operators
  private static Config patient(Config config) {
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestRetryBackoffLimit(1);
    return config;
  }

  private String namespaceOf(String name) {
    List<String> namespaces =
        client().resources(Cluster.class).inAnyNamespace().list().getItems().stream()
            .filter(it -> Clusters.name(it).equals(name))
            .map(it -> it.getMetadata().getNamespace())
            .toList();
    return switch (namespaces.size()) {
      case 1 -> namespaces.getFirst();
      case 0 ->
          throw new Refusal(
              Refusal.REFUSED,
              "--cluster: Cluster not found: no namespace has a Cluster named %s; name the namespace with -n."
                  .formatted(name));
      default ->
          throw new Refusal(
              Refusal.REFUSED,
              "--cluster: %s is the name of a Cluster in %s; name the namespace with -n."
                  .formatted(name, String.join(", ", namespaces)));
    };
  }
}
