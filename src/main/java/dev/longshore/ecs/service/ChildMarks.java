package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a child after it was rendered, in annotations beside its blueprint: decisions need
 * it, and neither memory nor status may be asked.
 *
 * @param end how its ECS deployment ended; none while that is open
 */
record ChildMarks(Optional<DeploymentEnd> end, Failures failures, Gates gates) {
  static final ChildMarks NONE = new ChildMarks(Optional.empty(), Failures.NONE, Gates.NONE);

  static ChildMarks of(ObjectMeta child) {
    Map<String, String> annotations = child.getAnnotations();
    return annotations == null
        ? NONE
        : new ChildMarks(
            DeploymentEnd.parse(annotations.get(Labels.ROLLOUT)),
            Failures.parse(annotations.get(Labels.FAILURES)),
            Gates.parse(annotations.get(Labels.GATES)));
  }

  ChildMarks with(Failures newer) {
    return new ChildMarks(end, newer, gates);
  }

  ChildMarks with(Gates newer) {
    return new ChildMarks(end, failures, newer);
  }

  /** The first end of a deployment is its only one. */
  ChildMarks ended(DeploymentEnd how) {
    return end.isPresent() ? this : new ChildMarks(Optional.of(how), failures, gates);
  }

  /** The child with these marks. */
  Deployment on(Deployment child) {
    var metadata = new DeploymentBuilder(child).editMetadata();
    end.ifPresent(it -> metadata.addToAnnotations(Labels.ROLLOUT, it.name()));
    if (!failures.equals(Failures.NONE)) {
      metadata.addToAnnotations(Labels.FAILURES, failures.text());
    }
    if (!gates.equals(Gates.NONE)) {
      metadata.addToAnnotations(Labels.GATES, gates.text());
    }
    return metadata.endMetadata().build();
  }
}
