package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Builds Kubernetes once per version of the sources and keeps the programs for every cluster. */
final class BinaryCache {
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);
  // Kubernetes refuses to compare versions with an unstamped build.
  private static final String VERSION = "v1.36.4";

  // An output that is a directory takes each program under its package's name.
  private record Build(String module, String what, String output, List<String> packages) {}

  private static final List<Build> BUILDS =
      List.of(
          new Build(
              "controlplane",
              "etcd, API server, controllers and scheduler",
              "controlplane",
              List.of(".")),
          new Build("node", "kubelet and kube-proxy", "node", List.of(".")),
          new Build("node", "pause", "pause", List.of("./pause")),
          new Build(
              "kwok",
              "kwok and metrics-server",
              ".",
              List.of(
                  "sigs.k8s.io/kwok/cmd/kwok", "sigs.k8s.io/metrics-server/cmd/metrics-server")),
          new Build("kwok", "kwok's stages", "kwokconfig", List.of(".")));

  private final Path cache;
  private final Consumer<String> progress;

  BinaryCache(Path cache, Consumer<String> progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /** Where they are or will be: whoever stops a cluster needs no programs. */
  Binaries location() {
    return new Binaries(cache.resolve(GoSources.hash()).resolve("bin"));
  }

  /** Waits for another process that builds the same; returns at once when all is there. */
  void ensure() {
    Path bin = location().directory();
    Path home = cache.resolve(GoSources.hash());
    if (Files.isDirectory(bin)) {
      return;
    }
    try {
      Files.createDirectories(home);
      try (FileChannel lock =
              FileChannel.open(
                  home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = lock.lock()) {
        if (!Files.isDirectory(bin)) {
          buildAll(home, bin);
        }
      }
    } catch (IOException e) {
      throw new LocalClusterException("Cannot write to " + home + ": " + e.getMessage(), e);
    }
  }

  private void buildAll(Path home, Path bin) throws IOException {
    if (Shell.find("go").isEmpty()) {
      throw new LocalClusterException(
          "No Docker engine answers and there is no Go toolchain to build Kubernetes with."
              + " Start Docker, or install Go 1.26 or newer (https://go.dev/dl), or name a cluster"
              + " with --kubeconfig.");
    }
    GoSources.extract(home.resolve("src"));
    Path draft = home.resolve("bin.new");
    Files.createDirectories(draft);
    progress.accept("Building Kubernetes " + VERSION + " from source, once (about 10 minutes)");
    for (Build build : BUILDS) {
      run(build, home, draft);
    }
    // All or nothing: a half-filled directory must never count as built.
    Files.move(draft, bin, StandardCopyOption.ATOMIC_MOVE);
  }

  private void run(Build build, Path home, Path target) throws IOException {
    Path log = home.resolve("build-" + build.module() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(build, target))
            .directory(home.resolve("src").resolve(build.module()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Map.of("CGO_ENABLED", "0", "GOFLAGS", "", "GOWORK", "off"));
    Process process = builder.start();
    long started = System.nanoTime();
    try {
      while (!process.waitFor(PROGRESS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        progress.accept("  building " + build.what() + ", " + seconds + " s");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LocalClusterException("Interrupted while building " + build.what(), e);
    }
    if (process.exitValue() != 0) {
      throw new LocalClusterException(
          "Building " + build.what() + " failed; the end of " + log + ":\n" + Tail.of(log, 20));
    }
  }

  private static List<String> command(Build build, Path target) {
    List<String> command = new ArrayList<>(List.of("go", "build", "-trimpath", "-buildvcs=false"));
    if (!build.module().equals("kwok")) {
      command.addAll(List.of("-tags", "selinux,notest,grpcnotrace"));
    }
    command.addAll(List.of("-ldflags", "-s -w " + stamps(build.module())));
    command.addAll(List.of("-o", target.resolve(build.output()).toString()));
    command.addAll(build.packages());
    return command;
  }

  private static String stamps(String module) {
    if (module.equals("kwok")) {
      return "";
    }
    List<String> stamps = new ArrayList<>();
    for (String place : List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version")) {
      stamps.add("-X " + place + ".gitVersion=" + VERSION);
      stamps.add("-X " + place + ".gitMajor=1");
      stamps.add("-X " + place + ".gitMinor=36");
      stamps.add("-X " + place + ".gitTreeState=clean");
    }
    return String.join(" ", stamps);
  }
}
