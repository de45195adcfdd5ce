package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code AutoScaling}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AutoScaling(
    @Nullable ScalableTarget scalableTarget, List<ScalingPolicy> scalingPolicies) {

  public AutoScaling {
    scalingPolicies = Copies.of(scalingPolicies);
  }
}
