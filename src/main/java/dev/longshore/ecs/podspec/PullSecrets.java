package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.RepositoryCredentials;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** ContainerDefinition.repositoryCredentials: a dockerconfigjson Secret of the namespace. */
final class PullSecrets implements PodFeature {
  private static final String BASE = "containerDefinitions[].repositoryCredentials";

  @Override
  public List<FieldRule> fields() {
    String note = "a Secret of type kubernetes.io/dockerconfigjson, for all containers of the task";
    return List.of(
        FieldRule.exact(BASE, "spec.imagePullSecrets"),
        FieldRule.equivalent(BASE + ".credentialsParameter", "spec.imagePullSecrets", note));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    List<LocalObjectReference> secrets =
        inputs.definition().containerDefinitions().stream()
            .map(ContainerDefinition::repositoryCredentials)
            .filter(Objects::nonNull)
            .map(RepositoryCredentials::credentialsParameter)
            .filter(Objects::nonNull)
            .map(inputs.references()::pullSecret)
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .map(LocalObjectReference::new)
            .toList();
    draft.getSpec().setImagePullSecrets(secrets);
  }
}
