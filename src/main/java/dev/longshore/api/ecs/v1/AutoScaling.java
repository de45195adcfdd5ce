package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scaling of a service, since Application Auto Scaling keeps it apart from the service. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AutoScaling(
    @JsonPropertyDescription("Bounds of desiredCount.") @Required
        @Nullable ScalableTarget scalableTarget,
    @JsonPropertyDescription("Policies; the one that wants most tasks wins.") @Size(max = 50)
        List<ScalingPolicy> scalingPolicies) {

  public AutoScaling {
    scalingPolicies = Copies.of(scalingPolicies);
  }
}
