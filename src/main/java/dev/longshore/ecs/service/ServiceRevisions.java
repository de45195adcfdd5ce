package dev.longshore.ecs.service;

import dev.longshore.api.ecs.v1.CapacityProviderStrategyItem;
import dev.longshore.api.ecs.v1.ContainerImage;
import dev.longshore.api.ecs.v1.ServiceRevision;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Labels;
import dev.longshore.ecs.pods.Images;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of what a service ran (DescribeServiceRevisions), as records in its status: each is
 * written once, when its deployment is first seen, and its images when a node tells them.
 */
record ServiceRevisions(ServiceDeployments now) {
  private static final Comparator<ServiceRevision> NEWEST_FIRST =
      Comparator.comparing((ServiceRevision it) -> String.valueOf(it.createdAt()))
          .reversed()
          .thenComparing(it -> String.valueOf(it.serviceRevisionArn()));

  /** The history as it goes on, newest first; what has children is kept whatever its age. */
  List<ServiceRevision> continued(List<ServiceRevision> old) {
    Map<String, ServiceRevision> all = new LinkedHashMap<>();
    old.forEach(it -> all.put(String.valueOf(it.serviceRevisionArn()), it));
    Set<String> there =
        known()
            .map(
                it -> {
                  all.compute(now.revision(it), (arn, before) -> revision(arn, it, before));
                  return now.revision(it);
                })
            .collect(Collectors.toSet());
    List<ServiceRevision> sorted = all.values().stream().sorted(NEWEST_FIRST).toList();
    return IntStream.range(0, sorted.size())
        .filter(
            i -> i < ServiceDeployments.KEPT || there.contains(sorted.get(i).serviceRevisionArn()))
        .mapToObj(sorted::get)
        .toList();
  }

  private Stream<EcsDeployment> known() {
    return Stream.concat(
            now.plan().course().wanted().stream(), now.observed().deployments().stream())
        .distinct();
  }

  private ServiceRevision revision(
      String arn, EcsDeployment deployment, @Nullable ServiceRevision before) {
    if (before != null) {
      return before.containerImages().isEmpty() ? illustrated(before, images(deployment)) : before;
    }
    Optional<ServiceSpec> asked = asked(deployment);
    Optional<String> launchType = launchType(deployment, asked);
    List<CapacityProviderStrategyItem> strategy =
        launchType.isPresent() ? List.of() : strategy(deployment);
    return new ServiceRevision(
        arn,
        deployment.taskDefinition(),
        launchType.orElse(strategy.isEmpty() ? "EC2" : null),
        strategy,
        asked.map(ServiceSpec::platformVersion).orElse(null),
        asked.map(ServiceSpec::networkConfiguration).orElse(null),
        images(deployment),
        now.observed()
            .of(deployment)
            .map(Running::created)
            .min(Comparator.naturalOrder())
            .orElse(now.observed().now().toString()));
  }

  /** The spec, while it is what the deployment was started by: its inputs tell. */
  private Optional<ServiceSpec> asked(EcsDeployment deployment) {
    return Optional.of(now.service().getSpec())
        .filter(
            it ->
                DeploymentInputs.digest(it, deployment.taskDefinition())
                    .equals(deployment.inputs()));
  }

  private Optional<String> launchType(EcsDeployment deployment, Optional<ServiceSpec> asked) {
    return now.observed()
        .of(deployment)
        .flatMap(it -> Stream.ofNullable(Blueprint.metadata(it.object()).getLabels()))
        .flatMap(labels -> Stream.ofNullable(labels.get(Labels.LAUNCH_TYPE)))
        .findFirst()
        .or(() -> asked.map(ServiceSpec::launchType).filter(it -> !it.isEmpty()));
  }

  private static List<CapacityProviderStrategyItem> strategy(EcsDeployment deployment) {
    return deployment.strategy().stream()
        .filter(share -> !share.provider().isEmpty())
        .map(it -> new CapacityProviderStrategyItem(it.provider(), it.weight(), it.base()))
        .toList();
  }

  private static ServiceRevision illustrated(ServiceRevision it, List<ContainerImage> images) {
    return new ServiceRevision(
        it.serviceRevisionArn(),
        it.taskDefinition(),
        it.launchType(),
        it.capacityProviderStrategy(),
        it.platformVersion(),
        it.networkConfiguration(),
        images,
        it.createdAt());
  }

  /** What the first of its tasks that runs pulled; none while the node has not said. */
  private List<ContainerImage> images(EcsDeployment deployment) {
    return now.observed().pods().stream()
        .filter(pod -> deployment.digits().equals(digits(pod)))
        .filter(ServiceObserved::isRunning)
        .map(
            pod ->
                pod.getStatus().getContainerStatuses().stream()
                    .map(ServiceRevisions::image)
                    .toList())
        .findFirst()
        .orElse(List.of());
  }

  private static ContainerImage image(ContainerStatus status) {
    return new ContainerImage(
        status.getName(), status.getImage(), Images.digest(status.getImageID()).orElse(null));
  }

  private static @Nullable String digits(Pod pod) {
    return pod.getMetadata().getLabels().get(Labels.DEPLOYMENT);
  }
}
