package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalClusterIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  @Test
  void answersWithReadyNodesOfBothCapacities() {
    // Given a cluster as it is by default
    var nodes = CLUSTER.client().nodes();

    // Then half of its nodes are spot
    assertThat(nodes.list().getItems()).hasSize(4);
    assertThat(nodes.withLabel("longshore.dev/capacity", "spot").list().getItems()).hasSize(2);
  }
}
