package dev.longshore.localcluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** A Kubernetes cluster on this machine that anyone can have: starts it, finds it, removes it. */
public final class LocalCluster {
  private final ClusterOptions options;
  private final ClusterDirectory directory;
  private final Consumer<String> progress;

  /**
   * @param progress told a sentence at a time what takes so long
   */
  public LocalCluster(ClusterOptions options, Consumer<String> progress) {
    this.options = options;
    this.directory = new ClusterDirectory(options.directory());
    this.progress = progress;
  }

  /** Starts the cluster unless it runs already; a half-started one of a crash is removed first. */
  public ClusterReport up() {
    Optional<ClusterState> known = directory.state();
    if (known.isPresent() && known.get().ready()) {
      return resume(known.get());
    }
    if (known.isPresent()) {
      progress.accept("Removing what an interrupted start left behind");
      down();
    }
    boolean docker = options.nodes() == NodeKind.KWOK && !options.audit() && DockerK3s.answers();
    EngineKind kind = docker ? EngineKind.DOCKER : EngineKind.BINARIES;
    byte[] id = new byte[3];
    ThreadLocalRandom.current().nextBytes(id);
    return start(ClusterState.fresh(HexFormat.of().formatHex(id), kind, options, Ports.reserve()));
  }

  /** Uses a cluster that exists already; nothing is started, and {@code down} only forgets it. */
  public ClusterReport use(Path kubeconfig) {
    new ExternalCluster(kubeconfig).up();
    directory.save(ClusterState.external(kubeconfig.toAbsolutePath()));
    return status();
  }

  /** Ends every process of the cluster and deletes its directory; harmless when there is none. */
  public void down() {
    directory.state().map(this::engine).ifPresent(Engine::down);
    if (directory.state().isPresent()) {
      directory.delete();
    }
  }

  public ClusterReport status() {
    return directory.state().map(this::report).orElse(ClusterReport.absent(directory.root()));
  }

  /** The administrator's kubeconfig. */
  public Path kubeconfig() {
    return directory
        .state()
        .map(this::kubeconfig)
        .orElseThrow(
            () ->
                new LocalClusterException(
                    "There is no cluster in "
                        + directory.root()
                        + "; start one with"
                        + " `longshore cluster up`"));
  }

  /** Where the API server logs every request, when the cluster was started with an audit log. */
  public Path auditLog() {
    return directory.log("audit");
  }

  /** Makes an image known to the real node, as if it had been pulled. */
  public void importImage(OciImage image) {
    realNode().importImage(image);
  }

  /** The same with an image that is written already. */
  public void importArchive(Path tar) {
    realNode().importArchive(tar);
  }

  /** Put before a command, it runs in the network of the real node, where pods are reached. */
  public List<String> nodePrefix() {
    return realNode().networkPrefix();
  }

  private ContainerdNode realNode() {
    Optional<Engine> engine = directory.state().map(this::engine);
    if (!(engine.orElse(null) instanceof BinaryEngine binaries)) {
      throw new LocalClusterException(
          "There is no cluster with a real node in "
              + directory.root()
              + "; start one with `longshore cluster up --nodes=containerd`");
    }
    return binaries.realNode();
  }

  private ClusterReport resume(ClusterState state) {
    if (engine(state).running()) {
      return report(state);
    }
    progress.accept("Starting the stopped cluster in " + directory.root() + " again");
    engine(state).down();
    return start(state);
  }

  private ClusterReport start(ClusterState state) {
    if (state.engine() == EngineKind.BINARIES) {
      refuseTaken(state.ports());
      binaries().ensure();
    }
    directory.save(state);
    long began = System.nanoTime();
    engine(state).up();
    directory.save(state.asReady());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    progress.accept("Cluster ready after " + took.toMillis() / 100 / 10.0 + " s");
    return report(state.asReady());
  }

  private void refuseTaken(Ports ports) {
    if (!ports.taken().isEmpty()) {
      throw new LocalClusterException(
          "Another process listens on %s, ports of the cluster in %s. End it, or let `longshore cluster down` and `up` make a cluster with others."
              .formatted(ports.taken(), directory.root()));
    }
  }

  private Engine engine(ClusterState state) {
    return switch (state.engine()) {
      case EXTERNAL -> new ExternalCluster(Path.of(state.external()));
      case DOCKER -> new DockerK3s(directory, state);
      case BINARIES -> new BinaryEngine(new Blueprint(directory, state, binaries().location()));
    };
  }

  private BinaryCache binaries() {
    return new BinaryCache(options.cache(), progress);
  }

  private ClusterReport report(ClusterState state) {
    Engine engine = engine(state);
    return new ClusterReport(
        directory.root(),
        Optional.of(state.engine()),
        engine.running(),
        kubeconfig(state),
        engine.parts());
  }

  private Path kubeconfig(ClusterState state) {
    return state.engine() == EngineKind.EXTERNAL
        ? Path.of(state.external())
        : directory.kubeconfig();
  }
}
