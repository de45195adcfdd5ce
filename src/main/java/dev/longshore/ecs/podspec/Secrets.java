package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.bindings.SecretKey;
import dev.longshore.ecs.fidelity.FidelityClass;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.EnvVarSourceBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ContainerDefinition.secrets: a variable read from a Secret of the namespace when a task starts.
 */
final class Secrets implements PodFeature {
  private static final String BASE = "containerDefinitions[].secrets";
  private static final Pattern VERSIONED =
      Pattern.compile("arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+:[^:]*:.*[^:].*");

  @Override
  public List<FieldRule> fields() {
    return List.of(
        FieldRule.exact(BASE, "containers[].env"),
        FieldRule.exact(BASE + "[].name", "containers[].env[].name"),
        FieldRule.equivalent(
                BASE + "[].valueFrom",
                "containers[].env[].valueFrom.secretKeyRef",
                "a Secret of the namespace, by the cluster's bindings or by convention")
            .rejecting(
                "a malformed reference",
                (value, document) -> !AwsReferences.isSecretReference(value.asText()),
                "valueFrom is neither a Secrets Manager ARN, nor an SSM parameter, nor"
                    + " k8s:secret/<name>#<key>; give one of these forms")
            .except(
                new FieldRule.Exception(
                    "a version stage or id",
                    (value, document) -> VERSIONED.matcher(value.asText()).matches(),
                    FidelityClass.APPROXIMATED,
                    "a Secret has one version: the stage and id are not looked at")));
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    for (dev.longshore.api.ecs.v1.Secret secret : definition.secrets()) {
      Optional.ofNullable(secret.valueFrom())
          .flatMap(inputs.references()::secret)
          .ifPresent(key -> draft.getEnv().add(new EnvVar(secret.name(), null, source(key))));
    }
  }

  private static EnvVarSource source(SecretKey key) {
    return new EnvVarSourceBuilder().withNewSecretKeyRef(key.key(), key.secretName(), null).build();
  }
}
