package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import org.junit.jupiter.api.Test;

class ScaleCommandTest {
  @Test
  void aDaemonHasNoCount() throws JsonProcessingException {
    assertThat(ScaleCommand.refusal(service("{schedulingStrategy: DAEMON}"), 2))
        .hasValueSatisfying(it -> assertThat(it).contains("daemon scheduling strategy"));
    assertThat(ScaleCommand.refusal(service("{schedulingStrategy: REPLICA}"), 0)).isEmpty();
    assertThat(ScaleCommand.refusal(service("{}"), -1))
        .hasValue("desiredCount: -1 is no number of tasks; give 0 or more.");
  }

  @Test
  void policiesAreTold() throws JsonProcessingException {
    String scaled =
        "{serviceName: web, kubernetes: {autoScaling: {scalableTarget: {minCapacity: 1, maxCapacity: 4}, scalingPolicies: [{policyName: p}]}}}";

    assertThat(ScaleCommand.scaling(service(scaled)))
        .hasValue(
            "web scales by its policies, from 1 to 4 tasks; they may change this count at once.");
    assertThat(ScaleCommand.scaling(service("{}"))).isEmpty();
  }

  private static Service service(String spec) throws JsonProcessingException {
    return Mappers.yaml().readValue("{spec: %s}".formatted(spec), Service.class);
  }
}
