package dev.longshore.localcluster;

import java.time.Duration;
import java.util.List;

/** k3s in one container, driven by the docker command line; its metrics-server comes with it. */
record DockerK3s(ClusterDirectory directory, ClusterState state) implements Engine {
  private static final String IMAGE = "rancher/k3s:v1.34.1-k3s1";
  private static final String INSIDE = "/etc/rancher/k3s/k3s.yaml";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** The client alone is no engine: only a server that answers counts. */
  static boolean answers() {
    return Shell.run(List.of("docker", "version", "--format", "{{.Server.Version}}")).ok();
  }

  @Override
  public void up() {
    Shell.run(List.of("docker", "rm", "--force", "--volumes", name()));
    Shell.require(
        List.of(
            "docker",
            "run",
            "--detach",
            "--privileged",
            "--name=" + name(),
            "--publish=127.0.0.1:" + port() + ":6443",
            IMAGE,
            "server",
            "--disable=traefik",
            "--tls-san=127.0.0.1"));
    if (!Waiting.until(LIMIT, this::serves)) {
      throw new LocalClusterException(
          "k3s did not become ready within 3 minutes; see `docker logs " + name() + "`");
    }
  }

  @Override
  public boolean running() {
    return Shell.run(List.of("docker", "inspect", "--format={{.State.Running}}", name()))
        .output()
        .strip()
        .equals("true");
  }

  @Override
  public List<String> parts() {
    return List.of("container " + name() + (running() ? " running" : " STOPPED"));
  }

  @Override
  public void down() {
    Shell.run(List.of("docker", "rm", "--force", "--volumes", name()));
  }

  private boolean serves() {
    var config = Shell.run(List.of("docker", "exec", name(), "cat", INSIDE));
    if (!config.ok() || !config.output().contains("server:")) {
      return false;
    }
    String outside = config.output().replace("127.0.0.1:6443", "127.0.0.1:" + port());
    directory.write(directory.kubeconfig(), outside);
    try (var client = Clients.of(directory.kubeconfig())) {
      return Clients.ready(client) && Clients.nodesReady(client, 1);
    }
  }

  private String name() {
    return "longshore-" + state.id();
  }

  private int port() {
    return state.ports().of(Port.API_SERVER);
  }
}
