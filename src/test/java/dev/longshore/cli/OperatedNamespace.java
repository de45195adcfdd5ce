package dev.longshore.cli;

import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One namespace for all tests of a class, with an operator and a user who deploys into it. */
abstract class OperatedNamespace {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();
  @TempDir static Path folder;

  static Launch longshore;
  static DeployedServices services;
  private static RunningOperator operator;

  @BeforeAll
  static void start() {
    String namespace = CLUSTER.freshNamespace();
    operator = RunningOperator.in(CLUSTER, namespace);
    longshore = new Launch(CLUSTER.kubeconfig(), namespace);
    services = new DeployedServices(longshore, folder);
  }

  @AfterAll
  static void stop() {
    operator.close();
  }
}
