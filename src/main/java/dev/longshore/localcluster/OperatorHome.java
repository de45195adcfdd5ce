package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the operator's process is made of, in one folder that may lie elsewhere when it runs: the
 * parts of this machine's JDK that it uses, the jars, and an AOT cache if there was a {@linkplain
 * #rehearse rehearsal}. It is a temporary folder, which {@link #close} removes.
 */
public final class OperatorHome implements AutoCloseable {
  private static final String JAR = "longshore.jar";
  private static final String CACHE = "longshore.aot";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          // of 256 MiB: classes take 60, code 32, threads and the JVM itself 35
          "-XX:MaxRAMPercentage=45",
          // the one that counts where there is little
          "-XX:MinRAMPercentage=45",
          "-XX:ReservedCodeCacheSize=32m",
          // milliseconds: glibc keeps tens of MiB that are free, unless it is told
          "-XX:TrimNativeHeapInterval=10000",
          // a process that half works would keep the lease
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED");

  /** Of jars in images; the JVM refuses a cache that it filled from jars of another time. */
  private static final FileTime WRITTEN = FileTime.from(Instant.EPOCH);

  private final Path scratch;
  private final Path folder;

  private OperatorHome(Path scratch) {
    this.scratch = scratch;
    this.folder = scratch.resolve("home");
  }

  /**
   * Links Java and copies the jars.
   *
   * @param jar with its {@code lib} folder beside it
   */
  public static OperatorHome of(Path jar) throws IOException {
    OperatorHome home = new OperatorHome(Files.createTempDirectory("longshore-home"));
    try {
      home.fill(jar);
      return home;
    } catch (IOException | RuntimeException e) {
      home.close();
      throw e;
    }
  }

  private void fill(Path jar) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    JavaRuntime.link(runtime());
    copy(jar, folder.resolve(JAR));
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : libraries.toList()) {
        copy(library, folder.resolve("lib").resolve(library.getFileName()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.setLastModifiedTime(Files.copy(from, to), WRITTEN);
  }

  /**
   * Lets the operator live once, so that it starts faster from then on.
   *
   * @param parts where the programs of a cluster are kept, or built first
   */
  public void rehearse(Path parts) {
    Path cache = folder.resolve(CACHE);
    Rehearsal.of(command(folder, List.of("-XX:AOTCacheOutput=" + cache)), parts, scratch);
    if (!Files.exists(cache)) {
      throw new LocalClusterException("The JVM wrote no AOT cache to " + cache);
    }
  }

  /** The command that runs Longshore, with what is in the folder now. */
  public List<String> command() {
    return command(folder);
  }

  /** The same, when the folder lies elsewhere. */
  List<String> command(Path elsewhere) {
    return command(
        elsewhere,
        Files.exists(folder.resolve(CACHE))
            ? List.of("-XX:AOTCache=" + elsewhere.resolve(CACHE))
            : List.of());
  }

  private static List<String> command(Path folder, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("runtime/bin/java").toString());
    command.addAll(OPTIONS);
    command.addAll(more);
    command.addAll(List.of("-jar", folder.resolve(JAR).toString()));
    return command;
  }

  Path folder() {
    return folder;
  }

  Path runtime() {
    return folder.resolve("runtime");
  }

  /** A file that goes when the folder goes, and is not in it. */
  Path aside(String name) {
    return scratch.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
