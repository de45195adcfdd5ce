package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * ECS API shape {@code ManagedInstancesNetworkConfiguration}, {@code networkConfiguration} of
 * {@code InstanceLaunchTemplate}: subnets and security groups of the nodes.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedInstancesNetworkConfiguration(
    @JsonPropertyDescription("Subnets the nodes start in.") @Required @Size(min = 1)
        List<String> subnets,
    @JsonPropertyDescription("Security groups of the nodes.") List<String> securityGroups) {

  public ManagedInstancesNetworkConfiguration {
    subnets = Copies.of(subnets);
    securityGroups = Copies.of(securityGroups);
  }
}
