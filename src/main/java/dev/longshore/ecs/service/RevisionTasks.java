package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.ServiceDeployment;
import dev.longshore.api.ecs.v1.ServiceRevisionSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks of the service revisions that take turns (members {@code currentServiceRevisions}, {@code
 * targetServiceRevision} and {@code sourceServiceRevisions}).
 */
record RevisionTasks(ServiceDeployments now) {

  List<ServiceRevisionSummary> current() {
    return deployments().map(this::of).toList();
  }

  /** Those that have or get tasks (member {@code deployments}), the target first. */
  Stream<EcsDeployment> deployments() {
    return Stream.concat(
            now.plan().course().target().stream(),
            now.observed().deployments().stream().filter(now.observed()::alive))
        .distinct();
  }

  ServiceRevisionSummary of(EcsDeployment deployment) {
    List<Running> mine = now.observed().of(deployment).toList();
    return new ServiceRevisionSummary(
        now.revision(deployment),
        now.plan().course().isTarget(deployment.id()) ? now.plan().bounds().desired() : 0,
        mine.stream().mapToInt(it -> it.tasks().running()).sum(),
        mine.stream().mapToInt(it -> it.tasks().pending()).sum());
  }

  /**
   * Those that had tasks when the deployment was first seen, with the tasks they have now; one that
   * is gone has none.
   */
  List<ServiceRevisionSummary> sources(
      EcsDeployment deployment, Optional<ServiceDeployment> before) {
    List<EcsDeployment> there = now.observed().deployments();
    return before
        .map(
            known ->
                known.sourceServiceRevisions().stream()
                    .map(
                        source ->
                            there.stream()
                                .filter(it -> now.revision(it).equals(source.arn()))
                                .findFirst()
                                .map(this::of)
                                .orElse(new ServiceRevisionSummary(source.arn(), 0, 0, 0)))
                    .toList())
        .orElseGet(
            () ->
                there.stream()
                    .filter(it -> !it.equals(deployment) && now.observed().alive(it))
                    .map(this::of)
                    .toList());
  }
}
