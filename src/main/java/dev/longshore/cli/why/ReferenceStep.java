package dev.longshore.cli.why;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.EnvironmentFile;
import dev.longshore.api.ecs.v1.RepositoryCredentials;
import dev.longshore.api.ecs.v1.Secret;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.bindings.EnvironmentSource;
import dev.longshore.bindings.SecretKey;
import dev.longshore.core.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Are the Secrets and ConfigMaps there that the containers read? Names and keys, never values. */
final class ReferenceStep {
  private final Scene scene;
  private final AwsReferences references;

  private ReferenceStep(Scene scene) {
    this.scene = scene;
    this.references =
        new AwsReferences(
            scene
                .cluster()
                .map(Cluster::getSpec)
                .map(it -> it.kubernetes())
                .map(ClusterKubernetes::bindings)
                .orElse(null));
  }

  static Optional<Fault> check(Scene scene) {
    List<ContainerDefinition> containers =
        switch (scene.revision()) {
          case Resolution.Resolved<TaskDefinitionRevision> it ->
              it.value().getSpec().containerDefinitions();
          case Resolution.Unresolved<TaskDefinitionRevision> ignored -> List.of();
        };
    ReferenceStep step = new ReferenceStep(scene);
    return containers.stream().flatMap(step::container).findFirst();
  }

  private Stream<Fault> container(ContainerDefinition container) {
    String member = "containerDefinitions[" + container.name() + "].";
    return Stream.of(
            container.secrets().stream()
                .flatMap(it -> secret(it, member + "secrets[" + it.name() + "]").stream()),
            container.environmentFiles().stream()
                .flatMap(it -> file(it, member + "environmentFiles").stream()),
            Stream.ofNullable(container.repositoryCredentials())
                .flatMap(it -> credentials(it, member + "repositoryCredentials").stream()))
        .flatMap(it -> it);
  }

  private Optional<Fault> secret(Secret secret, String member) {
    Optional<SecretKey> target = references.secret(String.valueOf(secret.valueFrom()));
    return target.flatMap(
        it -> {
          Keys keys = scene.secrets().apply(it.secretName());
          String object = "Secret/" + it.secretName();
          String remedy =
              "create it: kubectl create secret generic %s --from-literal=%s=... -n %s"
                  .formatted(it.secretName(), it.key(), scene.request().namespace());
          if (!keys.exists()) {
            return Optional.of(fault(object, object + " does not exist", member, remedy));
          }
          boolean found = !keys.visible() || keys.names().contains(it.key());
          String lacks = "%s has no key %s".formatted(object, it.key());
          return found
              ? Optional.empty()
              : Optional.of(fault(object, lacks, member, "add that key"));
        });
  }

  private Optional<Fault> file(EnvironmentFile file, String member) {
    Optional<EnvironmentSource> target = references.environmentFile(String.valueOf(file.value()));
    return target.flatMap(
        it -> {
          Keys keys = (it.secret() ? scene.secrets() : scene.configMaps()).apply(it.name());
          String object = (it.secret() ? "Secret/" : "ConfigMap/") + it.name();
          return keys.exists()
              ? Optional.empty()
              : Optional.of(
                  fault(
                      object,
                      object + " does not exist",
                      member,
                      "create it from the file: kubectl create "
                          + (it.secret() ? "secret generic " : "configmap ")
                          + it.name()
                          + " --from-env-file=FILE"));
        });
  }

  private Optional<Fault> credentials(RepositoryCredentials credentials, String member) {
    return references
        .pullSecret(String.valueOf(credentials.credentialsParameter()))
        .filter(it -> !scene.secrets().apply(it).exists())
        .map(
            it ->
                fault(
                    "Secret/" + it,
                    "Secret/" + it + " does not exist",
                    member,
                    "create it: kubectl create secret docker-registry " + it));
  }

  private static Fault fault(String object, String what, String member, String remedy) {
    return new Fault("secrets", object, "%s, which %s needs; %s.".formatted(what, member, remedy));
  }
}
