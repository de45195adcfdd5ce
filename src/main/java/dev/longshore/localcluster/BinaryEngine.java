package dev.longshore.localcluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A cluster of processes on this machine, from programs built with Go. */
final class BinaryEngine implements Engine {
  // Ended in this order: the API server never ends by itself once etcd is gone.
  private static final List<String> STOP_ORDER =
      List.of(
          MetricsServer.NAME,
          ContainerdNode.PROXY,
          ContainerdNode.KUBELET,
          ContainerdNode.CONTAINERD,
          KwokNodes.KWOK,
          ControlPlane.SCHEDULER,
          ControlPlane.CONTROLLER_MANAGER,
          ControlPlane.API_SERVER,
          ControlPlane.ETCD);
  private static final Duration API_LIMIT = Duration.ofSeconds(90);
  private static final Duration NODE_LIMIT = Duration.ofSeconds(120);

  private final Blueprint blueprint;
  private final Nodes nodes;
  private final ControlPlane controlPlane;
  private final Processes processes;

  BinaryEngine(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.nodes =
        switch (blueprint.state().nodes()) {
          case KWOK -> new KwokNodes(blueprint);
          case CONTAINERD -> new ContainerdNode(blueprint);
        };
    this.controlPlane = new ControlPlane(blueprint, nodes.address());
    this.processes = new Processes(blueprint.directory());
  }

  @Override
  public void up() {
    nodes.prepare();
    controlPlane.writeCertificates();
    publishKubeconfig();
    start(controlPlane.etcd());
    start(controlPlane.apiServer());
    try (KubernetesClient client = Clients.of(blueprint.directory().kubeconfig())) {
      await(API_LIMIT, ControlPlane.API_SERVER, () -> Clients.ready(client));
      start(controlPlane.controllerManager());
      start(controlPlane.scheduler());
      nodes.start(processes);
      nodes.register(client);
      await(
          NODE_LIMIT, ControlPlane.CONTROLLER_MANAGER, () -> Clients.serviceAccountsExist(client));
      await(
          NODE_LIMIT,
          ControlPlane.API_SERVER,
          () -> Clients.nodesReady(client, blueprint.state().expectedNodes()));
    }
  }

  @Override
  public boolean running() {
    return processes.alive(ControlPlane.API_SERVER) && processes.alive(ControlPlane.ETCD);
  }

  @Override
  public List<String> parts() {
    return STOP_ORDER.reversed().stream()
        .filter(name -> Files.exists(blueprint.directory().record(name)))
        .map(name -> name + (processes.alive(name) ? " running" : " STOPPED"))
        .toList();
  }

  @Override
  public void down() {
    STOP_ORDER.forEach(processes::stop);
    nodes.remove();
  }

  ContainerdNode realNode() {
    if (!(nodes instanceof ContainerdNode node)) {
      throw new LocalClusterException(
          "Simulated nodes have no images; start the cluster with --nodes=containerd");
    }
    return node;
  }

  private void start(Component component) {
    if (!processes.alive(component.name())) {
      processes.start(component.prefixedBy(nodes.networkPrefix()));
    }
  }

  private void publishKubeconfig() {
    ClusterDirectory directory = blueprint.directory();
    try {
      Files.copy(
          directory.pki("admin.kubeconfig"),
          directory.kubeconfig(),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LocalClusterException("Cannot write " + directory.kubeconfig(), e);
    }
  }

  /** Gives up at once when the component ended: its log then says why. */
  private void await(Duration limit, String component, BooleanSupplier condition) {
    BooleanSupplier settled = () -> condition.getAsBoolean() || died(component);
    if (!Waiting.until(limit, settled) || !condition.getAsBoolean()) {
      throw new LocalClusterException(
          "The cluster did not become ready within "
              + limit.toSeconds()
              + " s; the end of "
              + blueprint.directory().log(component)
              + ":\n"
              + Tail.of(blueprint.directory().log(component), 15));
    }
  }

  private boolean died(String component) {
    return Files.exists(blueprint.directory().record(component)) && !processes.alive(component);
  }
}
