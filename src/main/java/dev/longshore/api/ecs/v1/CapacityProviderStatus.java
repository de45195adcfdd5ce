package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code CapacityProviderStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CapacityProviderStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable String capacityProviderArn,
    @Nullable String type,
    @Nullable String status,
    @Nullable Integer registeredContainerInstancesCount) {

  public CapacityProviderStatus {
    conditions = Copies.of(conditions);
  }
}
