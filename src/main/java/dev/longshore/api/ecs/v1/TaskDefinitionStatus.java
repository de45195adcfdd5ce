package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a family: its newest revision. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("Number of the newest revision.") @Nullable Integer latestRevision,
    @JsonPropertyDescription("ARN of the newest revision.") @Nullable String taskDefinitionArn) {

  public TaskDefinitionStatus {
    conditions = Copies.of(conditions);
  }
}
