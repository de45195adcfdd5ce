package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds the children of a plan into the one DaemonSet of a daemon service, and back: two DaemonSets
 * would put two tasks on a node. It has the template of one ECS deployment, and of the others what
 * still counts in an annotation. Its selector names no deployment; the template does, so tasks are
 * told apart.
 */
final class ChildDaemonSet {
  private ChildDaemonSet() {}

  /**
   * The DaemonSet for some children.
   *
   * @param children with their creation times; the first is what new tasks are made of
   * @param template of that one, confined to the nodes that may have tasks
   */
  static DaemonSet fold(Service service, List<Deployment> children, PodTemplateSpec template) {
    Deployment current = children.getFirst();
    return new DaemonSetBuilder()
        .withMetadata(metadata(service, current.getMetadata(), children))
        .withNewSpec()
        .withMinReadySeconds(current.getSpec().getMinReadySeconds())
        // the controller itself would roll by template: each cordoned node would restart every task
        .withNewUpdateStrategy()
        .withType("OnDelete")
        .endUpdateStrategy()
        .withNewSelector()
        .withMatchLabels(ServiceNames.selector(service))
        .endSelector()
        .withTemplate(template)
        .endSpec()
        .build();
  }

  /** The children that were folded, the current one first, without replicas. */
  static List<Deployment> unfold(DaemonSet daemons) {
    return Stream.concat(
            Stream.of(current(daemons)),
            FormerDeployments.parse(annotation(daemons, Labels.FORMER)).stream())
        .toList();
  }

  /** Digits of the ECS deployment whose template it has. */
  static String digits(DaemonSet daemons) {
    return Optional.ofNullable(daemons.getMetadata().getLabels())
        .map(labels -> labels.get(Labels.DEPLOYMENT))
        .orElse("");
  }

  private static ObjectMeta metadata(
      Service service, ObjectMeta current, List<Deployment> children) {
    Map<String, String> annotations = new TreeMap<>(current.getAnnotations());
    annotations.put(Labels.STARTED, current.getCreationTimestamp());
    List<Deployment> former = children.subList(1, children.size());
    if (!former.isEmpty()) {
      annotations.put(Labels.FORMER, FormerDeployments.text(former));
    }
    return new ObjectMetaBuilder()
        .withName(ServiceNames.metadata(service, "").getName())
        .withNamespace(service.getMetadata().getNamespace())
        .withLabels(current.getLabels())
        .withAnnotations(annotations)
        .build();
  }

  private static Deployment current(DaemonSet daemons) {
    ObjectMeta metadata = daemons.getMetadata();
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(metadata.getName())
        .withNamespace(metadata.getNamespace())
        .withCreationTimestamp(
            annotation(daemons, Labels.STARTED) == null
                ? metadata.getCreationTimestamp()
                : annotation(daemons, Labels.STARTED))
        .withLabels(metadata.getLabels())
        .withAnnotations(metadata.getAnnotations())
        .removeFromAnnotations(Labels.STARTED)
        .removeFromAnnotations(Labels.FORMER)
        .endMetadata()
        .withNewSpec()
        .withMinReadySeconds(daemons.getSpec().getMinReadySeconds())
        .withSelector(daemons.getSpec().getSelector())
        .withTemplate(daemons.getSpec().getTemplate())
        .endSpec()
        .build();
  }

  private static @Nullable String annotation(DaemonSet daemons, String key) {
    Map<String, String> annotations = daemons.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(key);
  }
}
