package dev.longshore.localcluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Everything that one cluster keeps on disk; whoever deletes the directory has deleted it all. */
record ClusterDirectory(Path root) {
  private static final String STATE = "cluster.properties";

  Path pki(String file) {
    return root.resolve("pki").resolve(file);
  }

  Path kubeconfig() {
    return root.resolve("kubeconfig");
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  Path record(String name) {
    return root.resolve("run").resolve(name);
  }

  Path config(String file) {
    return root.resolve("config").resolve(file);
  }

  Path data(String name) {
    return root.resolve("data").resolve(name);
  }

  Optional<ClusterState> state() {
    Path file = root.resolve(STATE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(ClusterState.from(properties));
  }

  /** Written before anything is started: a crash right afterwards must still be found. */
  void save(ClusterState state) {
    try {
      createDirectories();
      Path draft = root.resolve(STATE + ".new");
      try (Writer writer = Files.newBufferedWriter(draft)) {
        state.toProperties().store(writer, null);
      }
      Files.move(draft, root.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new LocalClusterException("Cannot remove " + root + ": " + e.getMessage(), e);
    }
  }

  private void createDirectories() throws IOException {
    // Keys and the administrator's kubeconfig lie here.
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    if (!Files.exists(root)) {
      Files.createDirectories(root.toAbsolutePath().getParent());
      Files.createDirectory(root, owner);
    }
    for (String name : List.of("pki", "logs", "run", "config", "data")) {
      Files.createDirectories(root.resolve(name));
    }
  }
}
