package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.ServiceStatus;
import dev.longshore.core.Labels;
import dev.longshore.testing.Stillness;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One namespace with the family and the service {@code web}: what a user does and sees there. */
record ServiceScene(KubernetesClient client, String namespace) {
  /** On simulated nodes the usage is what this annotation says. */
  void load(String cpu) {
    String patch =
        "{\"metadata\":{\"annotations\":{\"kwok.x-k8s.io/usage-cpu\":\"%s\"}}}".formatted(cpu);
    client
        .pods()
        .inNamespace(namespace)
        .resources()
        .forEach(pod -> pod.patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }

  void service(String... spec) {
    String yaml =
        Stream.of(spec).map(line -> "  " + line).collect(Collectors.joining("\n"))
            + (String.join("", spec).contains("kubernetes:")
                ? "\n"
                : "\n  kubernetes: {minReadySeconds: 1}\n");
    apply("Service", "web", yaml);
  }

  void register(int version) {
    register("web", version);
  }

  void register(String family, int version) {
    image(family, "example/web:" + version);
  }

  /** The next revision runs this image. */
  void image(String family, String image) {
    image(family, image, 8080);
  }

  /** The next revision runs this image, which listens on this port. */
  void image(String family, String image, int port) {
    apply(
        "TaskDefinition",
        family,
        """
          containerDefinitions:
          - name: app
            image: %s
            cpu: 64
            memory: 64
            portMappings: [{containerPort: %d}]
        """
            .formatted(image, port));
  }

  /** The next revision may run on FARGATE and FARGATE_SPOT. */
  void fargate(String family) {
    apply(
        "TaskDefinition",
        family,
        """
          networkMode: awsvpc
          cpu: 128
          memory: 128
          containerDefinitions:
          - {name: app, image: example/web, cpu: 64, memory: 64}
        """);
  }

  /** The next revision is a shell with this command, in an image that real nodes have. */
  void command(String family, String command) {
    apply(
        "TaskDefinition",
        family,
        """
          containerDefinitions:
          - name: app
            image: localhost/busybox:1
            memory: 32
            command: [/bin/sh, -c, %s]
        """
            .formatted(command));
  }

  /**
   * The same with a health check that may fail once. It runs every five seconds and has most of
   * them to answer: a machine that runs tests is slow at times.
   */
  void checked(String family, String command, String check) {
    apply(
        "TaskDefinition",
        family,
        """
          containerDefinitions:
          - name: app
            image: localhost/busybox:1
            memory: 32
            command: [/bin/sh, -c, %s]
            healthCheck: {command: [CMD-SHELL, %s], interval: 5, timeout: 4, retries: 1}
        """
            .formatted(command, check));
  }

  /** The kubelet says that the task's health check failed. */
  void fail(Pod pod) {
    client
        .resource(pod)
        .editStatus(
            it -> {
              it.getStatus().getContainerStatuses().forEach(status -> status.setReady(false));
              it.getStatus().getConditions().stream()
                  .filter(condition -> condition.getType().endsWith("Ready"))
                  .forEach(ServiceScene::turnFalse);
              return it;
            });
  }

  /** The kubelet ends the task as a whole, and says this of it. */
  void end(Pod pod, String status) {
    client
        .resource(pod)
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.STRATEGIC_MERGE),
            ("{\"status\":{\"phase\":\"Failed\",\"conditions\":"
                    + "[{\"type\":\"Ready\",\"status\":\"False\"}],%s}}")
                .formatted(status));
  }

  private static void turnFalse(PodCondition condition) {
    condition.setStatus("False");
    condition.setLastTransitionTime(
        Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  List<Pod> tasks() {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  void apply(String kind, String name, String spec) {
    String yaml =
        "apiVersion: ecs.longshore.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec:\n%s"
            .formatted(kind, name, namespace, spec);
    client.resource(yaml).inNamespace(namespace).serverSideApply();
  }

  ServiceStatus status() {
    return status("web");
  }

  ServiceStatus status(String name) {
    return client.resources(Service.class).inNamespace(namespace).withName(name).get().getStatus();
  }

  String ready() {
    return ready("web");
  }

  String ready(String name) {
    return condition(name)
        .map(condition -> condition.getStatus() + " " + condition.getReason())
        .orElse("no Ready");
  }

  /** What the condition Ready says. */
  String message() {
    return condition("web").map(Condition::getMessage).orElse("");
  }

  private Optional<Condition> condition(String name) {
    return Optional.ofNullable(status(name)).stream()
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.getType().equals("Ready"))
        .findFirst();
  }

  /** How the children say that their deployments ended. */
  List<String> rolloutStates() {
    return children().stream()
        .map(it -> it.getMetadata().getAnnotations().get(Labels.ROLLOUT))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Numbers of the ClusterIP Service's ports. */
  List<Integer> ports() {
    return client
        .services()
        .inNamespace(namespace)
        .withName("web")
        .get()
        .getSpec()
        .getPorts()
        .stream()
        .map(ServicePort::getPort)
        .toList();
  }

  List<Deployment> children() {
    return client.apps().deployments().inNamespace(namespace).list().getItems().stream()
        .sorted(Comparator.comparing(child -> child.getMetadata().getName()))
        .toList();
  }

  Map<String, Integer> replicas() {
    return children().stream()
        .collect(
            Collectors.toMap(
                child -> child.getMetadata().getLabels().get(Labels.CAPACITY_PROVIDER),
                child -> child.getSpec().getReplicas()));
  }

  List<String> images() {
    return children().stream()
        .map(it -> it.getSpec().getTemplate().getSpec().getContainers().getFirst().getImage())
        .distinct()
        .toList();
  }

  /** Images of the tasks that are not being stopped. */
  List<String> taskImages() {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .map(pod -> pod.getSpec().getContainers().getFirst().getImage())
        .distinct()
        .toList();
  }

  Map<String, String> versions() {
    return Stillness.versions(
        Stream.of(
                client.resources(Service.class).inNamespace(namespace).list().getItems(),
                client.apps().deployments().inNamespace(namespace).list().getItems(),
                client.apps().daemonSets().inNamespace(namespace).list().getItems(),
                client.services().inNamespace(namespace).list().getItems(),
                client.policy().v1().podDisruptionBudget().inNamespace(namespace).list().getItems(),
                client.pods().inNamespace(namespace).list().getItems())
            .flatMap(List::stream));
  }

  /** Once it is at rest, nothing of the service is written any more. */
  void staysAsItIs() {
    staysAsItIs(() -> {});
  }

  void staysAsItIs(Runnable meanwhile) {
    Stillness.holds(this::versions, meanwhile);
  }
}
