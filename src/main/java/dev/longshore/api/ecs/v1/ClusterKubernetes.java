package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our extensions of a cluster: what AWS names mean in its namespace, and where the built-in
 * providers run.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterKubernetes(
    @JsonPropertyDescription("What role and secret names of AWS mean in this namespace.")
        @Nullable Bindings bindings,
    @JsonPropertyDescription("Pod Security profile of task pods: baseline (default) or restricted.")
        @SchemaFrom(type = PodSecurityProfile.class)
        @Nullable String podSecurity,
    @JsonPropertyDescription(
            "Nodes of the built-in providers FARGATE and FARGATE_SPOT in this cluster.")
        @Size(max = 20)
        List<CapacityProviderPlacement> capacityProviders) {

  public ClusterKubernetes {
    capacityProviders = Copies.of(capacityProviders);
  }
}
