package dev.longshore.cli.why;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.ClusterKubernetes;
import dev.longshore.api.ecs.v1.ContainerDefinition;
import dev.longshore.api.ecs.v1.EnvironmentFile;
import dev.longshore.api.ecs.v1.RepositoryCredentials;
import dev.longshore.api.ecs.v1.Secret;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.bindings.AwsReferences;
import dev.longshore.bindings.EnvironmentSource;
import dev.longshore.bindings.SecretKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Are the Secrets and ConfigMaps there that the containers read, and the ServiceAccount of the task
 * role? Names and keys, never values.
 */
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
    ReferenceStep step = new ReferenceStep(scene);
    return scene.starting().stream().flatMap(step::task).findFirst();
  }

  private Stream<Fault> task(TaskDefinitionSpec definition) {
    return Stream.concat(
        definition.containerDefinitions().stream().flatMap(this::container),
        role(definition.taskRoleArn()).stream());
  }

  /** Without it no pod can be created, and only the events of its owner tell. */
  private Optional<Fault> role(@Nullable String roleArn) {
    return references
        .serviceAccount(roleArn)
        .filter(it -> !scene.lookup().accounts().apply(it).exists())
        .map(
            it -> {
              String object = "ServiceAccount/" + it;
              return new Fault(
                  "taskRole",
                  object,
                  "%s does not exist, which taskRoleArn %s is bound to; create it: kubectl create serviceaccount %s -n %s."
                      .formatted(object, roleArn, it, scene.request().namespace()));
            });
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
          Keys keys = scene.lookup().secrets().apply(it.secretName());
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
          Keys keys =
              (it.secret() ? scene.lookup().secrets() : scene.lookup().configMaps())
                  .apply(it.name());
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
        .filter(it -> !scene.lookup().secrets().apply(it).exists())
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
