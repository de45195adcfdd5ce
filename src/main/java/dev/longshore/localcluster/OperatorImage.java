package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operator's image, put together from this machine's JDK and C library: no Docker engine, no
 * base image and no registry are needed; {@code make image}.
 */
public final class OperatorImage {
  /** The user that Pod Security's restricted profile wants and that the chart names as well. */
  private static final String USER = "65532";

  private static final String HOME = "/opt/longshore";

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

  private final String name;
  private final Path jar;
  private final Path scratch;

  private OperatorImage(String name, Path jar, Path scratch) {
    this.name = name;
    this.jar = jar;
    this.scratch = scratch;
  }

  /**
   * Writes the archive and prints its size.
   *
   * @param arguments the image's name with tag, the jar with its {@code lib} folder beside it, and
   *     the archive to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new LocalClusterException("Name the image, the jar and the archive to write");
    }
    Path tar = Path.of(arguments[2]);
    Path scratch = Files.createTempDirectory("longshore-image");
    try {
      new OperatorImage(arguments[0], Path.of(arguments[1]), scratch).assemble().writeTo(tar);
    } finally {
      delete(scratch);
    }
    System.out.printf("%s: %s, %d MiB%n", tar, arguments[0], Files.size(tar) >> 20);
  }

  private OciImage assemble() throws IOException {
    Path runtime = JavaRuntime.link(scratch.resolve("runtime"));
    OciImage image =
        OciImage.named(name)
            .tree(HOME + "/runtime", runtime)
            .file(HOME + "/longshore.jar", jar)
            .tree(HOME + "/lib", jar.resolveSibling("lib"))
            .file("/etc/passwd", accounts())
            .env("HOME", "/tmp")
            .env("LANG", "C.UTF-8")
            // glibc keeps freed memory in an arena a processor; there is no room for many
            .env("MALLOC_ARENA_MAX", "2")
            .user(USER)
            .entrypoint(command());
    for (Path library : SharedLibraries.of(runtime)) {
      image = image.file(library.toString(), library);
    }
    return image;
  }

  /** Without a line of its own a user has no name, and Java says "?" for its home. */
  private Path accounts() throws IOException {
    return Files.writeString(
        scratch.resolve("passwd"), "longshore:x:%1$s:%1$s::/tmp:/\n".formatted(USER));
  }

  private static String[] command() {
    List<String> command = new ArrayList<>();
    command.add(HOME + "/runtime/bin/java");
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", HOME + "/longshore.jar"));
    return command.toArray(String[]::new);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
