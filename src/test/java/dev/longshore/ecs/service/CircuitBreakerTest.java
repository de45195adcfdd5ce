package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.ServiceSpec;
import dev.longshore.core.Mappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitBreakerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                         |   1 |   3
          ''                                         |  25 |  13
          ''                                         | 400 | 200
          ''                                         | 800 | 200
          {"type":"UNBOUNDED_PERCENT"}               | 800 | 400
          {"type":"UNBOUNDED_PERCENT","value":10}    |   5 |   1
          {"type":"BOUNDED_PERCENT","value":100}     |  12 |  12
          {"type":"COUNT","value":7}                 | 900 |   7
          """)
  void theThresholdIsEcsOwn(String threshold, int desired, int failures)
      throws JsonProcessingException {
    CircuitBreaker breaker = breaker(threshold);

    assertThat(breaker.threshold(desired)).isEqualTo(failures);
    assertThat(breaker.trips(failures - 1, desired)).isFalse();
    assertThat(breaker.trips(failures, desired)).isTrue();
  }

  @Test
  void aTaskHasToFailBeforeItTrips() throws JsonProcessingException {
    assertThat(breaker("{\"type\":\"UNBOUNDED_PERCENT\"}").trips(0, 0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void aHealthyTaskResetsUnlessToldNotTo(boolean asked, boolean resets)
      throws JsonProcessingException {
    String json =
        "{\"deploymentConfiguration\":{\"deploymentCircuitBreaker\":{\"enable\":true,\"resetOnHealthyTask\":%s}}}"
            .formatted(asked);

    assertThat(
            CircuitBreaker.of(Mappers.json().readValue(json, ServiceSpec.class))
                .resetOnHealthyTask())
        .isEqualTo(resets);
    assertThat(breaker("").resetOnHealthyTask()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "{} | \n{\"deploymentConfiguration\":{}} |")
  void withoutOneNothingTrips(String spec) throws JsonProcessingException {
    ServiceSpec read = Mappers.json().readValue(spec, ServiceSpec.class);

    assertThat(CircuitBreaker.of(read).trips(1000, 1)).isFalse();
  }

  private static CircuitBreaker breaker(String threshold) throws JsonProcessingException {
    String member = threshold.isEmpty() ? "" : ",\"thresholdConfiguration\":" + threshold;
    String json =
        "{\"deploymentConfiguration\":{\"deploymentCircuitBreaker\":{\"enable\":true,\"rollback\":true%s}}}";
    return CircuitBreaker.of(Mappers.json().readValue(json.formatted(member), ServiceSpec.class));
  }
}
