package dev.longshore.bindings;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.DeviceBinding;
import dev.longshore.api.ecs.v1.EnvironmentFileBinding;
import dev.longshore.api.ecs.v1.SecretBinding;
import dev.longshore.api.ecs.v1.VolumeBinding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What AWS names mean in a namespace: the owner's bindings first, then the documented convention,
 * and never another namespace.
 */
public record AwsReferences(@Nullable Bindings bindings) {
  /** Convention only. */
  public static AwsReferences byConvention() {
    return new AwsReferences(null);
  }

  /** True when the reference is well formed, whatever it is bound to. */
  public static boolean isSecretReference(String valueFrom) {
    return SecretReference.parse(valueFrom).isPresent();
  }

  /**
   * The Secret for Secret.valueFrom: the binding of exactly this text, of the same text without
   * JSON key and version, or the convention; empty when the reference is malformed.
   */
  public Optional<SecretKey> secret(String valueFrom) {
    Optional<SecretKey> convention = SecretReference.parse(valueFrom);
    String key = convention.map(SecretKey::key).orElse(SecretReference.WHOLE);
    return binding(valueFrom).map(bound -> named(bound, key)).or(() -> convention);
  }

  /** True when the reference names a whole Secret, whatever it is bound to. */
  public static boolean isPullSecret(String credentialsParameter) {
    return SecretReference.whole(credentialsParameter).isPresent();
  }

  /** The pull secret for RepositoryCredentials.credentialsParameter; empty when malformed. */
  public Optional<String> pullSecret(String credentialsParameter) {
    return binding(credentialsParameter)
        .map(SecretBinding::secretName)
        .or(() -> SecretReference.whole(credentialsParameter));
  }

  /** The pull secrets bound to an execution role. */
  public List<String> pullSecrets(@Nullable String roleArn) {
    return all(Bindings::executionRoles)
        .filter(role -> roleArn != null && roleArn.equals(role.roleArn()))
        .flatMap(role -> role.pullSecrets().stream())
        .distinct()
        .toList();
  }

  /** The ServiceAccount bound to a task role; a role without a binding gets no identity at all. */
  public Optional<String> serviceAccount(@Nullable String roleArn) {
    if (bindings == null || roleArn == null) {
      return Optional.empty();
    }
    return bindings.taskRoles().stream()
        .filter(role -> roleArn.equals(role.roleArn()))
        .map(role -> role.serviceAccountName())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether the owner of the namespace's cluster lets tasks run as this ServiceAccount. */
  public boolean isBound(String serviceAccountName) {
    return bindings != null
        && bindings.taskRoles().stream()
            .anyMatch(role -> serviceAccountName.equals(role.serviceAccountName()));
  }

  /** True when the reference is well formed, whatever it is bound to. */
  public static boolean isEnvironmentFile(String value) {
    return EnvironmentFileReference.parse(value).isPresent();
  }

  /** What holds the variables of EnvironmentFile.value; empty when it is malformed. */
  public Optional<EnvironmentSource> environmentFile(String value) {
    return all(Bindings::environmentFiles)
        .filter(bound -> value.equals(bound.value()))
        .map(AwsReferences::source)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> EnvironmentFileReference.parse(value));
  }

  /** What a file system, Docker volume, driver, node path or EBS volume type is bound to. */
  public Optional<VolumeBinding> volume(@Nullable String source) {
    return all(Bindings::volumes)
        .filter(bound -> source != null && source.equals(bound.source()))
        .findFirst();
  }

  /** The extended resource a device is bound to. */
  public Optional<String> device(String device) {
    return all(Bindings::devices)
        .filter(bound -> device.equals(bound.device()))
        .map(DeviceBinding::resourceName)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private <T> Stream<T> all(Function<Bindings, List<T>> kind) {
    return bindings == null ? Stream.empty() : kind.apply(bindings).stream();
  }

  private static Optional<EnvironmentSource> source(EnvironmentFileBinding bound) {
    return bound.secretName() != null
        ? Optional.of(new EnvironmentSource(true, bound.secretName()))
        : Optional.ofNullable(bound.configMapName())
            .map(name -> new EnvironmentSource(false, name));
  }

  private Optional<SecretBinding> binding(String valueFrom) {
    if (bindings == null) {
      return Optional.empty();
    }
    return bindings.secrets().stream()
        .filter(bound -> bound.secretName() != null && bound.valueFrom() != null)
        .filter(bound -> matches(Objects.requireNonNull(bound.valueFrom()), valueFrom))
        .findFirst();
  }

  private static boolean matches(String bound, String valueFrom) {
    return valueFrom.equals(bound)
        || valueFrom.startsWith("arn:") && valueFrom.startsWith(bound + ":");
  }

  private static SecretKey named(SecretBinding bound, String key) {
    String chosen = bound.key() == null ? key : bound.key();
    return new SecretKey(Objects.requireNonNull(bound.secretName()), chosen);
  }
}
