package dev.longshore.ecs.capacityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.CapacityProviderSpec;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                              |
          {"name":"My_Provider-1"}        |
          {"name":"my-fargate"}           |
          {"name":"FARGATE"}              | InvalidParameterException
          {"name":"fargate-mine"}         | InvalidParameterException
          {"name":"awsome"}               | InvalidParameterException
          {"name":"ECSpool"}              | InvalidParameterException
          {"name":"a.b"}                  | InvalidParameterException
          {"name":"older"}                | DuplicateName
          {"managedInstancesProvider":{}} | UnsupportedFeatureException
          """)
  void names_and_kinds_are_checked(String spec, String reason) {
    // Given
    CapacityProvider provider = provider("newer", "2026-01-02T00:00:00Z", spec);
    CapacityProvider older = provider("older", "2026-01-01T00:00:00Z", "{}");

    // When
    List<Problem> problems = ProviderChecks.of(provider, List.of(provider, older));

    // Then
    assertThat(problems)
        .extracting(Problem::reason)
        .containsExactlyElementsOf(Stream.ofNullable(reason).toList());
  }

  private static CapacityProvider provider(String name, String created, String spec) {
    CapacityProvider provider = new CapacityProvider();
    provider.getMetadata().setName(name);
    provider.getMetadata().setUid(name);
    provider.getMetadata().setCreationTimestamp(created);
    try {
      provider.setSpec(Mappers.json().readValue(spec, CapacityProviderSpec.class));
    } catch (IOException e) {
      throw new IllegalArgumentException(spec, e);
    }
    return provider;
  }
}
