package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a capacity provider cannot be used (API operation CreateCapacityProvider). */
final class ProviderChecks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern RESERVED =
      Pattern.compile("(aws|ecs|fargate).*", Pattern.CASE_INSENSITIVE);

  private ProviderChecks() {}

  static List<Problem> of(CapacityProvider provider, Collection<CapacityProvider> all) {
    return Stream.of(name(provider), supported(provider), duplicate(provider, all))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> name(CapacityProvider provider) {
    String name = Providers.name(provider);
    boolean right = NAME.matcher(name).matches() && !RESERVED.matcher(name).matches();
    return right
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Strategies.INVALID,
                "name '%s': a capacity provider name has 1 to 255 letters, digits, '_' and '-' and does not start with aws, ecs or fargate; choose another."
                    .formatted(name)));
  }

  private static Optional<Problem> supported(CapacityProvider provider) {
    return provider.getSpec().managedInstancesProvider() == null
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "UnsupportedFeatureException",
                "managedInstancesProvider: Longshore starts no instances; select nodes with kubernetes.nodeSelector instead."));
  }

  private static Optional<Problem> duplicate(
      CapacityProvider provider, Collection<CapacityProvider> all) {
    return Duplicates.holder(provider, all, Providers::name)
        .map(
            holder ->
                new Problem(
                    Duplicates.REASON,
                    "name '%s' is already used by CapacityProvider %s; delete one of the two or change spec.name."
                        .formatted(Providers.name(provider), holder.getMetadata().getName())));
  }
}
