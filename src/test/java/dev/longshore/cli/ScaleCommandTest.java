package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleCommandTest {
  @Test
  void aDaemonHasNoCount() throws JsonProcessingException {
    assertThat(ScaleCommand.refusal(service("{schedulingStrategy: DAEMON}"), BigInteger.TWO))
        .hasValueSatisfying(it -> assertThat(it).contains("daemon scheduling strategy"));
    assertThat(ScaleCommand.refusal(service("{schedulingStrategy: REPLICA}"), BigInteger.ZERO))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1                    | 0 or more
          2147483648            | 2147483647 or less
          99999999999999999999  | 2147483647 or less
          """)
  void aNumberThatIsNoCountIsToldWithTheRange(BigInteger count, String range)
      throws JsonProcessingException {
    assertThat(ScaleCommand.refusal(service("{}"), count))
        .hasValue("desiredCount: %d is no number of tasks; give %s.".formatted(count, range));
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
