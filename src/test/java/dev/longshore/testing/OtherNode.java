package dev.longshore.testing;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A node that takes nothing and is well: where none is, the control plane takes the silence of all
 * for its own fault and evicts nobody.
 */
public final class OtherNode implements AutoCloseable {
  private static final String NAME = "other";
  private static final int SECONDS = 5;

  private final KubernetesClient client;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

  /** The node is there until it is closed. */
  public OtherNode(KubernetesClient client) {
    this.client = client;
    client.resource(node()).create();
    // a patch: the control plane writes to it, too
    client.resource(node()).editStatus(it -> it.edit().withStatus(node().getStatus()).build());
    client.resource(lease()).create();
    heart.scheduleAtFixedRate(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void beat() {
    client.resource(lease()).forceConflicts().serverSideApply();
  }

  private static Node node() {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(NAME)
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(true)
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withReason("Test")
        .withLastHeartbeatTime(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .withLastTransitionTime(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .endCondition()
        .endStatus()
        .build();
  }

  private static Lease lease() {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace("kube-node-lease")
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(NAME)
        .withLeaseDurationSeconds(40)
        .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
        .endSpec()
        .build();
  }

  @Override
  public void close() {
    heart.shutdownNow();
    client.resource(node()).delete();
    client.resource(lease()).delete();
  }
}
