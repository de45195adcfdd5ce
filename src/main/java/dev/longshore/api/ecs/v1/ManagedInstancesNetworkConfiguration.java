package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The ECS API shape {@code ManagedInstancesNetworkConfiguration}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ManagedInstancesNetworkConfiguration(
    List<String> subnets, List<String> securityGroups) {

  public ManagedInstancesNetworkConfiguration {
    subnets = Copies.of(subnets);
    securityGroups = Copies.of(securityGroups);
  }
}
