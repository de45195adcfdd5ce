package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code TaskDefinitionRevisionStatus}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionRevisionStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable String taskDefinitionArn,
    @Nullable Integer revision,
    @Nullable String status,
    List<String> compatibilities,
    @Nullable String registeredAt,
    @Nullable String deregisteredAt,
    @Nullable FidelitySummary fidelity) {

  public TaskDefinitionRevisionStatus {
    conditions = Copies.of(conditions);
    compatibilities = Copies.of(compatibilities);
  }
}
