package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code ClusterStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable String clusterArn,
    @Nullable String status,
    @Nullable Integer registeredContainerInstancesCount,
    @Nullable Integer runningTasksCount,
    @Nullable Integer pendingTasksCount,
    @Nullable Integer activeServicesCount) {

  public ClusterStatus {
    conditions = Copies.of(conditions);
  }
}
