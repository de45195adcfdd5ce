package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.Tag;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;

/**
 * Everything a pod template is made of; equal inputs give equal bytes.
 *
 * @param definition normalised, as ECS stores it
 * @param references what AWS names mean in this namespace
 * @param nodeSelector where the capacity provider's nodes are
 * @param drainSeconds seconds between leaving the Service's endpoints and SIGTERM; 0 for none
 * @param restricted whether Pod Security restricted is in force
 * @param lifetime whether the task is a service's or runs once
 * @param tags the tags a task carries: its own and those propagateTags brings
 * @param launchVolumes what the caller says of volumes that are configuredAtLaunch
 * @param server what the API server and its nodes can do
 */
public record PodInputs(
    TaskDefinitionSpec definition,
    Map<String, String> labels,
    Map<String, String> annotations,
    AwsReferences references,
    Map<String, String> nodeSelector,
    List<Toleration> tolerations,
    int drainSeconds,
    boolean restricted,
    Lifetime lifetime,
    List<Tag> tags,
    List<LaunchVolume> launchVolumes,
    ServerFeatures server) {
  public PodInputs {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    nodeSelector = Map.copyOf(nodeSelector);
    tolerations = List.copyOf(tolerations);
    tags = List.copyOf(tags);
    launchVolumes = List.copyOf(launchVolumes);
  }

  /** A definition alone: convention for references, any node, a service's task. */
  public static PodInputs of(TaskDefinitionSpec definition) {
    return of(definition, AwsReferences.byConvention(), false);
  }

  /** A definition where it runs, without what is said of a single task. */
  public static PodInputs of(
      TaskDefinitionSpec definition, AwsReferences references, boolean restricted) {
    return new PodInputs(
        definition,
        Map.of(),
        Map.of(),
        references,
        Map.of(),
        List.of(),
        0,
        restricted,
        Lifetime.SERVICE,
        List.of(),
        List.of(),
        ServerFeatures.all());
  }
}
