package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a child after it was rendered, in annotations beside its blueprint: decisions need
 * it, and neither memory nor status may be asked.
 *
 * @param rollout COMPLETED or FAILED once its ECS deployment is; null while that is open
 */
record ChildMarks(@Nullable String rollout, Failures failures) {
  static final ChildMarks NONE = new ChildMarks(null, Failures.NONE);

  static ChildMarks of(ObjectMeta child) {
    Map<String, String> annotations = child.getAnnotations();
    return annotations == null
        ? NONE
        : new ChildMarks(
            annotations.get(Labels.ROLLOUT), Failures.parse(annotations.get(Labels.FAILURES)));
  }

  boolean failed() {
    return Rollout.FAILED.equals(rollout);
  }

  boolean completed() {
    return Rollout.COMPLETED.equals(rollout);
  }

  ChildMarks with(Failures newer) {
    return new ChildMarks(rollout, newer);
  }

  /** The first end of a deployment is its only one. */
  ChildMarks ended(String how) {
    return rollout == null ? new ChildMarks(how, failures) : this;
  }

  /** The child with these marks. */
  Deployment on(Deployment child) {
    var metadata = new DeploymentBuilder(child).editMetadata();
    if (rollout != null) {
      metadata.addToAnnotations(Labels.ROLLOUT, rollout);
    }
    if (!failures.equals(Failures.NONE)) {
      metadata.addToAnnotations(Labels.FAILURES, failures.text());
    }
    return metadata.endMetadata().build();
  }
}
