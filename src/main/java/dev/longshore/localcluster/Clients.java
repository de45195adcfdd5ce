package dev.longshore.localcluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The questions that are asked of a cluster while it starts; no answer yet counts as no. */
final class Clients {
  private static final long ANSWER_SECONDS = 5;

  private Clients() {}

  static KubernetesClient of(Path kubeconfig) {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
            .withRequestTimeout(5_000)
            .withConnectionTimeout(2_000)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Plain HTTP: the client would log every refusal of a server that starts with its stack. */
  static boolean ready(KubernetesClient client) {
    HttpClient http = client.getHttpClient();
    String server = client.getConfiguration().getMasterUrl().replaceAll("/$", "");
    try {
      return http.sendAsync(
              http.newHttpRequestBuilder().uri(server + "/readyz").build(), String.class)
          .get(ANSWER_SECONDS, TimeUnit.SECONDS)
          .isSuccessful();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static boolean serviceAccountsExist(KubernetesClient client) {
    return answered(
        () -> client.serviceAccounts().inNamespace("default").withName("default").get() != null);
  }

  static boolean nodesReady(KubernetesClient client, int count) {
    return answered(
        () -> {
          List<Node> nodes = client.nodes().list().getItems();
          return nodes.size() >= count && nodes.stream().allMatch(Clients::schedulable);
        });
  }

  private static boolean schedulable(Node node) {
    boolean ready =
        node.getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
    return ready && node.getSpec().getTaints().isEmpty();
  }

  private static boolean answered(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }
}
