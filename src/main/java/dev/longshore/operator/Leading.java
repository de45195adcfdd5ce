package dev.longshore.operator;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replica's part in the leader election. The SDK's own exit on loss deadlocks with a stop that
 * is under way, so the loss is told to the process instead, and only if it was not asked for.
 */
final class Leading {
  /** Name of the Lease; changing it would let an old and a new release lead at once. */
  static final String LEASE = "longshore";

  private static final Logger LOG = LoggerFactory.getLogger(Leading.class);

  private final AtomicBoolean leads = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Runnable lost;

  Leading(Runnable lost) {
    this.lost = lost;
  }

  LeaderElectionConfiguration configuration(OperatorConfig.Leadership leadership) {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
        .withLeaseNamespace(leadership.namespace())
        .withIdentity(leadership.identity())
        .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::end, Leading::tell))
        .withExitOnStopLeading(false)
        .build();
  }

  boolean leads() {
    return leads.get();
  }

  /** From here on the end of leading is wanted. */
  void stopping() {
    stopping.set(true);
  }

  /**
   * Hands the lease on: the SDK keeps it, and the next replica would wait until it has run out.
   * Only once nothing is reconciled any more.
   */
  static void release(KubernetesClient client, OperatorConfig.Leadership leadership) {
    try {
      Lease lease = client.leases().inNamespace(leadership.namespace()).withName(LEASE).get();
      if (lease != null && leadership.identity().equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity("");
        // with the version that was read: whoever took it meanwhile keeps it
        client.resource(lease).update();
      }
    } catch (KubernetesClientException e) {
      LOG.atWarn().setCause(e).log("lease not released");
    }
  }

  private void begin() {
    leads.set(true);
  }

  private void end() {
    boolean led = leads.getAndSet(false);
    if (led && !stopping.get()) {
      LOG.atError().log("leadership lost");
      lost.run();
    }
  }

  private static void tell(String leader) {
    LOG.atInfo().addKeyValue("leader", leader).log("leader elected");
  }
}
