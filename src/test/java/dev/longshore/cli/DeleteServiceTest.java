package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteServiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {desiredCount: 2}                             | false | refused
          {desiredCount: 2}                             | true  | deleted
          {desiredCount: 0}                             | false | deleted
          {}                                            | false | refused
          {schedulingStrategy: DAEMON}                  | false | deleted
          {schedulingStrategy: DAEMON, desiredCount: 1} | false | deleted
          """)
  void onlyAReplicaServiceThatIsScaledAboveZeroIsRefused(String spec, boolean force, String end)
      throws Exception {
    Service service =
        Mappers.yaml()
            .readValue("{metadata: {name: web}, spec: %s}".formatted(spec), Service.class);

    var refusal = DeleteServiceCommand.refusal(service, force);

    assertThat(refusal.isPresent()).isEqualTo(end.equals("refused"));
    refusal.ifPresent(
        it ->
            assertThat(it)
                .startsWith("web: The service cannot be stopped while it is scaled above 0.")
                .contains("`longshore scale web 0`", "--force"));
  }
}
