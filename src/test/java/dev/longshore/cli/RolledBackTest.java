package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Mappers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolledBackTest {
  @ParameterizedTest(name = "{0} of generation {1}, {2} runs: {3}")
  @CsvSource({
    "RolledBack, 3, api:1, true",
    "RollingBack, 3, api:1, true",
    "RolledBack, 2, api:1, false",
    "RolledBack, 3, bad:1, false",
    "SteadyState, 3, api:1, false",
    "DeploymentFailed, 3, api:1, false"
  })
  void whoForcesADeploymentHasToSayOfWhat(
      String reason, int observed, String running, boolean refused) throws JsonProcessingException {
    Service service =
        Mappers.yaml()
            .readValue(
                """
                {metadata: {name: cb, generation: 3}, spec: {taskDefinition: 'bad:1'}, status: {
                  observedGeneration: %d, taskDefinition: '%s', conditions: [{type: Ready,
                  status: 'False', reason: %s}]}}
                """
                    .formatted(observed, running, reason),
                Service.class);

    var refusal = RolledBack.refusal(service, List.of());

    assertThat(refusal.isPresent()).isEqualTo(refused);
    refusal.ifPresent(
        it ->
            assertThat(it)
                .isEqualTo(
                    "cb: bad:1 was rolled back and api:1 runs; `longshore deploy --service cb"
                        + " --task-definition api:1 --force-new-deployment` restarts what runs, and"
                        + " the same with bad:1 tries that again."));
  }
}
