package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response members of DescribeTaskDefinition for one revision, and its fidelity report. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskDefinitionRevisionStatus(
    @JsonPropertyDescription("Generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, with reason and message.")
        List<Condition> conditions,
    @JsonPropertyDescription("ARN of this revision.") @Nullable String taskDefinitionArn,
    @JsonPropertyDescription("Number of this revision.") @Nullable Integer revision,
    @JsonPropertyDescription("ACTIVE, INACTIVE or DELETE_IN_PROGRESS.") @Nullable String status,
    @JsonPropertyDescription("Launch types this revision can run on.") List<String> compatibilities,
    @JsonPropertyDescription("When the revision was registered.") @Nullable String registeredAt,
    @JsonPropertyDescription("When the revision became INACTIVE.") @Nullable String deregisteredAt,
    @JsonPropertyDescription("When the revision became DELETE_IN_PROGRESS.")
        @Nullable String deleteRequestedAt,
    @JsonPropertyDescription("What becomes of each field of the definition here.")
        @Nullable FidelitySummary fidelity) {

  public TaskDefinitionRevisionStatus {
    conditions = Copies.of(conditions);
    compatibilities = Copies.of(compatibilities);
  }
}
