package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.RepositoryCredentials;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ContainerDefinition.repositoryCredentials and executionRoleArn: dockerconfigjson Secrets of the
 * namespace.
 */
final class PullSecrets implements PodFeature {
  private static final String BASE = "containerDefinitions[].repositoryCredentials";

  @Override
  public List<FieldRule> fields() {
    String note = "a Secret of type kubernetes.io/dockerconfigjson, for all containers of the task";
    return List.of(
        FieldRule.exact(BASE, "spec.imagePullSecrets"),
        FieldRule.equivalent(BASE + ".credentialsParameter", "spec.imagePullSecrets", note)
            .rejecting(
                "a malformed reference",
                (value, document) -> !AwsReferences.isPullSecret(value.asText()),
                "credentialsParameter is neither the ARN or name of a secret nor"
                    + " k8s:secret/<name>; give one of these forms"),
        executionRole("executionRoleArn"));
  }

  /** The rule of the role, of a definition or of an override. */
  static FieldRule executionRole(String path) {
    return FieldRule.ignored(
            path,
            "images and secrets are read by the kubelet with the namespace's own Secrets; pull"
                + " secrets come with it once bindings.executionRoles names some for it")
        .except(
            new FieldRule.Exception(
                "bound by bindings.executionRoles",
                (value, document) -> false, // what a cluster binds is no part of a document
                FidelityClass.EQUIVALENT,
                "the pull secrets that the binding names, in spec.imagePullSecrets"));
  }

  @Override
  public void pod(PodTemplateSpec draft, PodInputs inputs) {
    Stream<String> named =
        inputs.definition().containerDefinitions().stream()
            .map(ContainerDefinition::repositoryCredentials)
            .filter(Objects::nonNull)
            .map(RepositoryCredentials::credentialsParameter)
            .filter(Objects::nonNull)
            .map(inputs.references()::pullSecret)
            .flatMap(Optional::stream);
    List<String> granted = inputs.references().pullSecrets(inputs.definition().executionRoleArn());
    List<LocalObjectReference> secrets =
        Stream.concat(named, granted.stream())
            .distinct()
            .sorted()
            .map(LocalObjectReference::new)
            .toList();
    draft.getSpec().setImagePullSecrets(secrets);
  }
}
