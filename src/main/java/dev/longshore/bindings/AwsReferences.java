package dev.longshore.bindings;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.SecretBinding;
import java.util.Objects;
import java.util.Optional;
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

  /** The pull secret for RepositoryCredentials.credentialsParameter. */
  public Optional<String> pullSecret(String credentialsParameter) {
    return secret(credentialsParameter).map(SecretKey::secretName);
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
