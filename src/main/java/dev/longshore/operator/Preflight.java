package dev.longshore.operator;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is missing in the cluster before two minutes are lost waiting for its watches. */
final class Preflight {
  private static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          CapacityProvider.class,
          Cluster.class,
          Service.class,
          Task.class,
          TaskDefinition.class,
          TaskDefinitionRevision.class);

  private Preflight() {}

  static void check(KubernetesClient client) {
    String group = HasMetadata.getApiVersion(Cluster.class);
    APIResourceList resources = client.getApiResources(group);
    Set<String> there =
        resources == null
            ? Set.of()
            : resources.getResources().stream()
                .map(APIResource::getKind)
                .collect(Collectors.toSet());
    List<String> missing =
        KINDS.stream().map(HasMetadata::getKind).filter(kind -> !there.contains(kind)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The cluster %s does not know %s of %s; install the CRDs (kubectl apply --server-side -f crds/) and start again."
              .formatted(client.getMasterUrl(), String.join(", ", missing), group));
    }
  }
}
