package dev.longshore.ecs.podspec;

import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.EnvironmentFile;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.bindings.EnvironmentSource;
import dev.longshore.ecs.fidelity.FieldRule;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import java.util.List;
import java.util.Objects;

/**
 * ContainerDefinition.environmentFiles, at most 10: of two files with one variable the first wins,
 * and environment and secrets win over all.
 */
final class EnvironmentFiles implements PodFeature {
  private static final String BASE = "containerDefinitions[].environmentFiles";

  @Override
  public List<FieldRule> fields() {
    String becomes = "containers[].envFrom";
    return List.of(
        FieldRule.equivalent(BASE, becomes, "the first file that has a variable wins, as in ECS"),
        value(BASE + "[].value"),
        FieldRule.exact(BASE + "[].type", ""));
  }

  /** The rule of a file, of a definition or of an override. */
  static FieldRule value(String path) {
    return FieldRule.equivalent(
            path,
            "containers[].envFrom",
            "a ConfigMap or Secret with one key for each variable, by the cluster's bindings or"
                + " by convention")
        .rejecting(
            "a malformed reference",
            (value, document) -> !AwsReferences.isEnvironmentFile(value.asText()),
            "value is neither the ARN of an object in S3 that ends in .env, nor"
                + " k8s:configmap/<name>, nor k8s:secret/<name>; give one of these forms");
  }

  @Override
  public void container(Container draft, ContainerDefinition definition, PodInputs inputs) {
    // the kubelet lets the last source win, so the first file comes last
    draft.setEnvFrom(
        definition.environmentFiles().reversed().stream()
            .map(EnvironmentFile::value)
            .filter(Objects::nonNull)
            .flatMap(value -> inputs.references().environmentFile(value).stream())
            .map(EnvironmentFiles::source)
            .toList());
  }

  private static EnvFromSource source(EnvironmentSource file) {
    return file.secret()
        ? new EnvFromSourceBuilder().withNewSecretRef(file.name(), null).build()
        : new EnvFromSourceBuilder().withNewConfigMapRef(file.name(), null).build();
  }
}
