package dev.longshore.ecs.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ECS deployments of a daemon service that its DaemonSet does not run, in an annotation: those that
 * still have tasks, the last completed one, and the one that was given up. Each is a child as it
 * was made, so that going back to it renders nothing anew.
 */
final class FormerDeployments {
  private FormerDeployments() {}

  /** Canonical JSON; each blueprint is left out, for the child itself is all that is in it. */
  static String text(List<Deployment> former) {
    return Mappers.canonical(former.stream().map(FormerDeployments::bare).toList());
  }

  /** Reads what {@link #text} wrote; what cannot be read is forgotten. */
  static List<Deployment> parse(@Nullable String text) {
    try {
      return text == null
          ? List.of()
          : Stream.ofNullable(Mappers.json().readValue(text, Deployment[].class))
              .flatMap(Stream::of)
              .filter(Objects::nonNull)
              .map(FormerDeployments::whole)
              .toList();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  private static Deployment bare(Deployment child) {
    return new DeploymentBuilder(child)
        .editMetadata()
        .withNamespace(null)
        .removeFromAnnotations(Labels.BLUEPRINT)
        .endMetadata()
        .editSpec()
        .withReplicas(null)
        .endSpec()
        .withStatus(null)
        .build();
  }

  /** Its marks came after it was made, and its times are not part of that. */
  private static Deployment whole(Deployment bare) {
    Deployment made =
        new DeploymentBuilder(bare)
            .editMetadata()
            .withCreationTimestamp(null)
            .removeFromAnnotations(Labels.ROLLOUT)
            .removeFromAnnotations(Labels.FAILURES)
            .removeFromAnnotations(Labels.GATES)
            .endMetadata()
            .build();
    Deployment marked = ChildMarks.of(bare.getMetadata()).on(Blueprint.stamp(made));
    return new DeploymentBuilder(marked)
        .withMetadata(
            new ObjectMetaBuilder(marked.getMetadata())
                .withCreationTimestamp(bare.getMetadata().getCreationTimestamp())
                .build())
        .build();
  }
}
