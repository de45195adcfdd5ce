package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TaskDefinitionStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable Integer latestRevision,
    @Nullable String taskDefinitionArn) {

  public TaskDefinitionStatus {
    conditions = Copies.of(conditions);
  }
}
