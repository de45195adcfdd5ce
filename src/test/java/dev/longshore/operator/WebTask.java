package dev.longshore.operator;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import dev.longshore.localcluster.OciImage;
import dev.longshore.testing.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An ECS service of one container that answers with the version of its image. */
record WebTask(RealNode node, String namespace) {
  private static final int PORT = 8080;

  static String answer(int version) {
    return "version " + version;
  }

  /** A web server with one page. */
  static OciImage image(int version, Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("index-" + version), answer(version));
    return OciImage.named("localhost/web:" + version)
        .file("/bin/httpd", Path.of("/bin/busybox"))
        .file("/www/index.html", page)
        .entrypoint("/bin/httpd", "-f", "-p", String.valueOf(PORT), "-h", "/www");
  }

  void register(int version) {
    apply(
        "TaskDefinition",
        """
        {family: web, containerDefinitions: [{
          name: web, image: "localhost/web:%d", memory: 32, stopTimeout: 2,
          portMappings: [{containerPort: %d}]}]}
        """
            .formatted(version, PORT));
  }

  void run(int tasks) {
    apply("Service", "{taskDefinition: web, desiredCount: %d}".formatted(tasks));
  }

  ServiceStatus status() {
    return client()
        .resources(Service.class)
        .inNamespace(namespace)
        .withName("web")
        .get()
        .getStatus();
  }

  List<String> images() {
    return pods().stream()
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .map(container -> container.getImage())
        .toList();
  }

  /** What the node gets when it asks the Service's address. */
  String response() throws IOException, InterruptedException {
    String address =
        client().services().inNamespace(namespace).withName("web").get().getSpec().getClusterIP();
    return node.get(address, PORT);
  }

  private List<Pod> pods() {
    return client()
        .pods()
        .inNamespace(namespace)
        .withLabel(Labels.SERVICE, "web")
        .list()
        .getItems();
  }

  private void apply(String kind, String spec) {
    String head =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: web, namespace: %s}\nspec: ";
    client()
        .resource(head.formatted(kind, namespace) + spec.replace("\n", " "))
        .forceConflicts()
        .serverSideApply();
  }

  private KubernetesClient client() {
    return node.client();
  }
}
