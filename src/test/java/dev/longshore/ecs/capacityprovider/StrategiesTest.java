package dev.longshore.ecs.capacityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.CapacityProviderStrategyItem;
import dev.longshore.core.Arns;
import dev.longshore.core.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategiesTest {
  private static final Providers PROVIDERS =
      new Providers(
          Map.of(
              "FARGATE", ProviderType.FARGATE,
              "FARGATE_SPOT", ProviderType.FARGATE_SPOT,
              "gpu", ProviderType.EC2_AUTOSCALING,
              "cpu", ProviderType.EC2_AUTOSCALING,
              "mi", ProviderType.MANAGED_INSTANCES,
              "lone", ProviderType.EC2_AUTOSCALING),
          Set.of("FARGATE", "FARGATE_SPOT", "gpu", "cpu", "mi"));

  @ParameterizedTest
  @CsvSource({
    "FARGATE/1/0",
    "gpu/0/0",
    "gpu//",
    "FARGATE/1/2 FARGATE_SPOT/4/0",
    "gpu/1000/100000 cpu/0/0",
    "gpu/0/3 cpu/1/0"
  })
  void accepts_what_ecs_accepts(String strategy) {
    assertThat(validate(strategy)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nope/1/0             | CapacityProviderNotFound  | s[0].capacityProvider: The specified capacity provider 'nope' was not found
          lone/1/0             | InvalidParameterException | s[0].capacityProvider 'lone': The capacity provider strategy cannot contain a capacity provider that is not associated with the cluster
          /1/0                 | InvalidParameterException | s[0].capacityProvider: a capacity provider name or ARN must be given
          gpu/1001/0           | InvalidParameterException | s[0].weight: 1001 is not between 0 and 1000
          gpu/-1/0             | InvalidParameterException | s[0].weight: -1 is not between 0 and 1000
          gpu/1/100001         | InvalidParameterException | s[0].base: 100001 is not between 0 and 100000
          gpu/1/1 cpu/1/1      | InvalidParameterException | s: Only one capacity provider in a strategy can have a base
          gpu/0/1 cpu/0/0      | InvalidParameterException | s: At least one of the capacity providers must have a weight value greater than zero
          gpu/1/0 gpu/2/0      | InvalidParameterException | s: capacity provider 'gpu' is repeated
          gpu/1/0 FARGATE/1/0  | InvalidParameterException | s: A capacity provider strategy cannot contain a mix of Auto Scaling group and Fargate providers
          gpu/1/0 mi/1/0       | InvalidParameterException | s: A capacity provider strategy cannot contain a mix of Auto Scaling group and Managed Instances providers
          """)
  void names_what_is_wrong(String strategy, String reason, String message) {
    assertThat(validate(strategy))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(reason);
              assertThat(problem.message()).startsWith(message);
            });
  }

  @Test
  void more_than_twenty_items_are_too_many() {
    // Given
    List<CapacityProviderStrategyItem> items =
        Collections.nCopies(21, new CapacityProviderStrategyItem("gpu", 1, 0));

    // When
    List<Problem> problems = Strategies.validate("s", items, PROVIDERS);

    // Then
    assertThat(problems)
        .extracting(Problem::message)
        .contains("s: 21 items; a capacity provider strategy can have at most 20.");
  }

  @Test
  void an_arn_names_a_provider_too() {
    // Given
    var item = new CapacityProviderStrategyItem(Arns.capacityProvider("gpu"), 1, 0);

    // When / Then
    assertThat(Strategies.validate("s", List.of(item), PROVIDERS)).isEmpty();
  }

  private static List<Problem> validate(String strategy) {
    return Strategies.validate(
        "s", Arrays.stream(strategy.split(" ")).map(StrategiesTest::item).toList(), PROVIDERS);
  }

  private static CapacityProviderStrategyItem item(String text) {
    String[] parts = text.split("/", -1);
    return new CapacityProviderStrategyItem(parts[0], number(parts[1]), number(parts[2]));
  }

  private static Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
