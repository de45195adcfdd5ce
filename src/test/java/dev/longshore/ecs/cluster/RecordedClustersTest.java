package dev.longshore.ecs.cluster;

import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.core.Duplicates;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.capacityprovider.Strategies;
import dev.longshore.testing.RecordedStates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clusters in each of their states; what GitOps tools make of them is docs/guides/gitops.md. */
class RecordedClustersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:01:00Z"), ZoneOffset.UTC);

  @Test
  void theFilesAreWhatTheStatusCodeMakes() throws Exception {
    new RecordedStates("cluster")
        .expect(
            Map.of(
                "nobody looked yet", cluster(),
                "is ACTIVE", seen(),
                "lacks a capacity provider",
                    seen(new Problem(Strategies.NOT_FOUND, "gpu was not found.")),
                "is refused", seen(new Problem("InvalidParameterException", "weight: -1.")),
                "is not the first", seen(new Problem(Duplicates.REASON, "first is older."))));
  }

  private static Cluster seen(Problem... problems) throws Exception {
    Cluster cluster = cluster();
    cluster.setStatus(
        new ClusterStatuses(CLOCK).of(cluster, List.of(problems), ClusterObserved.NOTHING));
    return cluster;
  }

  private static Cluster cluster() throws Exception {
    return Mappers.yaml()
        .readValue(
            "{metadata: {name: shop, namespace: shop, generation: 1}, spec: {}}", Cluster.class);
  }
}
