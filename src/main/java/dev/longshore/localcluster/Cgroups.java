package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control groups that all pods of one cluster are in: they keep clusters apart, and they name
 * every process that a pod left behind.
 */
record Cgroups(String id) {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final int DEPTH = 8;

  String path() {
    return "/longshore-" + id;
  }

  /** The kubelet wants its root group to exist in every hierarchy. */
  void create() {
    try {
      for (Path hierarchy : hierarchies()) {
        Path group = hierarchy.resolve("longshore-" + id);
        Files.createDirectories(group);
        // The old cpuset hierarchy gives a new group nothing to run on.
        inherit(hierarchy, group, "cpuset.cpus");
        inherit(hierarchy, group, "cpuset.mems");
      }
    } catch (IOException e) {
      throw new LocalClusterException("Cannot make control groups: " + e.getMessage(), e);
    }
  }

  boolean holds(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", "" + process.pid(), "cgroup");
      return Files.readString(file).contains(path() + "/");
    } catch (IOException gone) {
      return false;
    }
  }

  void remove() {
    try {
      for (Path hierarchy : hierarchies()) {
        removeTree(hierarchy.resolve("longshore-" + id));
      }
    } catch (IOException e) {
      throw new LocalClusterException("Cannot remove control groups: " + e.getMessage(), e);
    }
  }

  private static void removeTree(Path group) throws IOException {
    if (!Files.isDirectory(group)) {
      return;
    }
    try (Stream<Path> below = Files.find(group, DEPTH, (path, it) -> it.isDirectory())) {
      for (Path directory : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(directory);
      }
    }
  }

  private static List<Path> hierarchies() throws IOException {
    if (Files.exists(ROOT.resolve("cgroup.controllers"))) {
      return List.of(ROOT);
    }
    try (Stream<Path> all = Files.list(ROOT)) {
      // Links are second names of a hierarchy.
      return all.filter(path -> Files.isDirectory(path) && !Files.isSymbolicLink(path)).toList();
    }
  }

  private static void inherit(Path hierarchy, Path group, String file) throws IOException {
    Path own = group.resolve(file);
    if (Files.exists(own) && Files.exists(hierarchy.resolve(file))) {
      Files.writeString(own, Files.readString(hierarchy.resolve(file)).strip());
    }
  }
}
