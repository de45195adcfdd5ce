package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ClusterKubernetes}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterKubernetes(
    @Nullable Bindings bindings,
    @SchemaFrom(type = PodSecurityProfile.class) @Nullable String podSecurity,
    List<CapacityProviderPlacement> capacityProviders) {

  public ClusterKubernetes {
    capacityProviders = Copies.of(capacityProviders);
  }
}
