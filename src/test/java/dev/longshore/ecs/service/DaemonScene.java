package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The daemon service {@code web} of a namespace, and simulated nodes that only it may use. */
record DaemonScene(ServiceScene scene) {
  private static final Map<String, Quantity> SIZE =
      Map.of("cpu", new Quantity("8"), "memory", new Quantity("8Gi"), "pods", new Quantity("50"));

  void node(int number) {
    node(number, "one", SIZE);
  }

  /** A node in a zone that takes no task. */
  void fullNode(int number, String zone) {
    Map<String, Quantity> nothing = new HashMap<>(SIZE);
    nothing.put("pods", new Quantity("0"));
    node(number, zone, nothing);
  }

  void node(int number, String zone) {
    node(number, zone, SIZE);
  }

  private void node(int number, String zone, Map<String, Quantity> size) {
    Node node =
        new NodeBuilder()
            .withNewMetadata()
            .withName(name(number))
            .addToAnnotations("kwok.x-k8s.io/node", "fake")
            .addToLabels("kubernetes.io/hostname", name(number))
            .addToLabels("topology.kubernetes.io/zone", zone)
            .addToLabels("kubernetes.io/os", "linux")
            .addToLabels("kubernetes.io/arch", "amd64")
            .addToLabels("attribute." + Labels.PREFIX + "room", scene.namespace())
            .endMetadata()
            .withNewStatus()
            .withCapacity(size)
            .withAllocatable(size)
            .endStatus()
            .build();
    client().resource(node).create();
  }

  String name(int number) {
    return scene.namespace() + "-" + number;
  }

  void nodes(int count) {
    for (int number = 1; number <= count; number++) {
      node(number);
    }
  }

  void cordon(int number, boolean cordoned) {
    client()
        .nodes()
        .withName(name(number))
        .edit(it -> new NodeBuilder(it).editSpec().withUnschedulable(cordoned).endSpec().build());
  }

  void remove(int number) {
    client().nodes().withName(name(number)).delete();
  }

  void removeNodes() {
    client().nodes().withLabel("attribute." + Labels.PREFIX + "room", scene.namespace()).delete();
  }

  /** The next revision runs this image on the nodes of this scene. */
  void image(String image) {
    image(image, "{}");
  }

  /**
   * The same with more of the pod.
   *
   * @param podSpec of the pod template, in one line
   */
  void image(String image, String podSpec) {
    scene.apply(
        "TaskDefinition",
        "web",
        """
          placementConstraints:
          - {type: memberOf, expression: "attribute:room == %s"}
          containerDefinitions:
          - name: app
            image: %s
            memory: 64
            portMappings: [{containerPort: 8080}]
          kubernetes: {podTemplate: {spec: %s}}
        """
            .formatted(scene.namespace(), image, podSpec));
  }

  void service(String... spec) {
    String[] all = new String[spec.length + 2];
    all[0] = "taskDefinition: web";
    all[1] = "schedulingStrategy: DAEMON";
    System.arraycopy(spec, 0, all, 2, spec.length);
    scene.service(all);
  }

  List<String> images() {
    return scene.tasks().stream()
        .map(pod -> pod.getSpec().getContainers().getFirst().getImage())
        .distinct()
        .sorted()
        .toList();
  }

  /** Numbers of the nodes that have a task, as text. */
  List<String> taken() {
    return scene.tasks().stream()
        .map(pod -> String.valueOf(pod.getSpec().getNodeName()))
        .map(node -> node.substring(node.lastIndexOf('-') + 1))
        .sorted()
        .toList();
  }

  DaemonSet child() {
    return client().apps().daemonSets().inNamespace(scene.namespace()).withName("web").get();
  }

  /** Counts ready tasks at every change of one; the fewest so far is in the counter. */
  Watch fewestReady(AtomicInteger fewest) {
    Map<String, Boolean> ready = new ConcurrentHashMap<>();
    scene.tasks().forEach(pod -> ready.put(pod.getMetadata().getName(), ready(pod)));
    return client()
        .pods()
        .inNamespace(scene.namespace())
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, Pod pod) {
                ready.put(pod.getMetadata().getName(), action != Action.DELETED && ready(pod));
                int now = (int) ready.values().stream().filter(it -> it).count();
                fewest.accumulateAndGet(now, Math::min);
              }

              @Override
              public void onClose(WatcherException cause) {
                throw new IllegalStateException(cause);
              }
            });
  }

  private static boolean ready(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && pod.getStatus().getConditions().stream()
            .filter(it -> it.getType().equals("Ready"))
            .map(PodCondition::getStatus)
            .anyMatch("True"::equals);
  }

  private KubernetesClient client() {
    return scene.client();
  }
}
