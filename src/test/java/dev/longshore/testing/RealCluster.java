package dev.longshore.testing;

import dev.longshore.localcluster.ClusterOptions;
import java.nio.file.Path;

/**
 * One real API server with simulated nodes for the whole test run, started by the first test that
 * asks for it: {@code @RegisterExtension static final RealCluster CLUSTER = new RealCluster();}
 */
public final class RealCluster extends SharedCluster {
  public RealCluster() {
    super("cluster");
  }

  @Override
  ClusterOptions options(Path directory) {
    return ClusterOptions.in(directory, TestCache.directory()).withAudit();
  }
}
