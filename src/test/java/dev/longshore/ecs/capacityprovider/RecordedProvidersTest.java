package dev.longshore.ecs.capacityprovider;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.testing.RecordedStates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Capacity providers in each of their states; see docs/guides/gitops.md. */
class RecordedProvidersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:01:00Z"), ZoneOffset.UTC);

  @Test
  void theFilesAreWhatTheStatusCodeMakes() throws Exception {
    new RecordedStates("capacityprovider")
        .expect(
            Map.of(
                "nobody looked yet", provider(),
                "is ACTIVE", seen(),
                "is refused", seen(new Problem("InvalidParameterException", "name: aws-gpu."))));
  }

  private static CapacityProvider seen(Problem... problems) throws Exception {
    CapacityProvider provider = provider();
    provider.setStatus(
        new CapacityProviderStatuses(CLOCK).of(provider, List.of(problems), List.of()));
    return provider;
  }

  private static CapacityProvider provider() throws Exception {
    return Mappers.yaml()
        .readValue("{metadata: {name: gpu, generation: 1}, spec: {}}", CapacityProvider.class);
  }
}
