package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.capacityprovider.Placement;
import dev.longshore.ecs.podspec.Ports;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the child Deployment of one ECS deployment on one capacity provider, once. */
final class ChildDeployments {
  /** A task without a health check counts as healthy this long after it is RUNNING, in seconds. */
  static final int UNCHECKED_HEALTHY_AFTER = 40;

  private final PodRenderer pods;

  ChildDeployments(PodRenderer pods) {
    this.pods = pods;
  }

  /** Makes the pod template of a task; pure. */
  interface PodRenderer {
    /** The task's template with these labels, placed on the nodes of the placement. */
    Rendered render(Service service, ServiceInputs inputs, Placement placement, Marks marks);
  }

  /** Labels and annotations of a task. */
  record Marks(Map<String, String> labels, Map<String, String> annotations) {}

  /**
   * A rendered task.
   *
   * @param checked an essential container has a health check, so readiness means healthy
   */
  record Rendered(io.fabric8.kubernetes.api.model.PodTemplateSpec template, boolean checked) {}

  Deployment render(
      Service service, ServiceInputs inputs, EcsDeployment deployment, Placement placement) {
    String provider = placement.share().provider();
    Map<String, String> selector = selector(service, deployment, provider);
    Map<String, String> labels = new TreeMap<>(ServiceNames.labels(service, inputs.cluster()));
    labels.putAll(selector);
    labels.putAll(labels(service, deployment));
    Map<String, String> told = Map.of(Labels.TASK_DEFINITION, deployment.taskDefinition());
    Rendered rendered = pods.render(service, inputs, placement, new Marks(labels, told));
    return Blueprint.stamp(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(name(service, deployment, provider))
            .withNamespace(service.getMetadata().getNamespace())
            .withLabels(labels)
            .withAnnotations(annotations(deployment, inputs.definition()))
            .endMetadata()
            .withNewSpec()
            .withReplicas(0)
            .withMinReadySeconds(minReadySeconds(service, rendered.checked()))
            .withRevisionHistoryLimit(0)
            .withNewSelector()
            .withMatchLabels(selector)
            .endSelector()
            .withTemplate(rendered.template())
            .endSpec()
            .build());
  }

  private static Map<String, String> labels(Service service, EcsDeployment deployment) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(Labels.FAMILY, Names.labelValue(family(deployment)));
    labels.put(Labels.REVISION, revision(deployment));
    Optional.ofNullable(service.getSpec().launchType())
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> labels.put(Labels.LAUNCH_TYPE, it));
    return labels;
  }

  private static Map<String, String> annotations(
      EcsDeployment deployment, TaskDefinitionSpec definition) {
    Map<String, String> annotations = new TreeMap<>(deployment.annotations());
    annotations.put(Labels.ESSENTIAL, essential(definition));
    annotations.put(Labels.PORTS, Mappers.canonical(Ports.of(definition)));
    return annotations;
  }

  private static String essential(TaskDefinitionSpec definition) {
    return definition.containerDefinitions().stream()
        .filter(container -> !Boolean.FALSE.equals(container.essential()))
        .map(container -> Names.dnsLabel(String.valueOf(container.name())))
        .collect(Collectors.joining(","));
  }

  private static String name(Service service, EcsDeployment deployment, String provider) {
    String name = ServiceNames.of(service);
    return deployment.strategy().size() < 2
        ? Names.dnsLabel(name, deployment.shortId())
        : Names.dnsLabel(
            name, deployment.shortId(), provider.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Map<String, String> selector(
      Service service, EcsDeployment deployment, String provider) {
    Map<String, String> selector = new TreeMap<>(ServiceNames.selector(service));
    selector.put(Labels.DEPLOYMENT, deployment.digits());
    if (!provider.isEmpty()) {
      selector.put(Labels.CAPACITY_PROVIDER, Names.labelValue(provider));
    }
    return selector;
  }

  /**
   * None rather than 0: the API server drops the zero, and a wanted one would be missed forever.
   */
  private static @Nullable Integer minReadySeconds(Service service, boolean checked) {
    var ours = service.getSpec().kubernetes();
    Integer asked = ours == null ? null : ours.minReadySeconds();
    int seconds = asked != null ? asked : checked ? 0 : UNCHECKED_HEALTHY_AFTER;
    return seconds == 0 ? null : seconds;
  }

  private static String family(EcsDeployment deployment) {
    String name = deployment.taskDefinition();
    return name.substring(0, name.lastIndexOf(':'));
  }

  private static String revision(EcsDeployment deployment) {
    String name = deployment.taskDefinition();
    return name.substring(name.lastIndexOf(':') + 1);
  }
}
