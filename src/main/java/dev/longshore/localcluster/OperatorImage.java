package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The operator's image, put together from this machine's JDK and C library: no Docker engine, no
 * base image and no registry are needed; {@code make image}.
 */
public final class OperatorImage {
  /** The user that Pod Security's restricted profile wants and that the chart names as well. */
  private static final String USER = "65532";

  private static final String HOME = "/opt/longshore";

  private OperatorImage() {}

  /**
   * Writes the archive and prints its size.
   *
   * @param arguments the image's name with tag, the jar with its {@code lib} folder beside it, the
   *     archive to write and, for an AOT cache in it, where the parts of a cluster are kept
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3 || arguments.length > 4) {
      throw new LocalClusterException(
          "Name the image, the jar, the archive to write and, if there is to be an AOT cache, the"
              + " folder of a cluster's parts");
    }
    Path tar = Path.of(arguments[2]);
    try (OperatorHome home = OperatorHome.of(Path.of(arguments[1]))) {
      if (arguments.length == 4) {
        home.rehearse(Path.of(arguments[3]));
      }
      of(home, OciImage.named(arguments[0])).writeTo(tar);
    }
    System.out.printf("%s: %s, %d MiB%n", tar, arguments[0], Files.size(tar) >> 20);
  }

  private static OciImage of(OperatorHome home, OciImage empty) throws IOException {
    OciImage image =
        empty
            .tree(HOME, home.folder())
            .file("/etc/passwd", accounts(home.aside("passwd")))
            .env("HOME", "/tmp")
            .env("LANG", "C.UTF-8")
            // glibc keeps freed memory in an arena a processor; there is no room for many
            .env("MALLOC_ARENA_MAX", "2")
            .user(USER)
            .entrypoint(home.command(Path.of(HOME)).toArray(String[]::new));
    for (Path library : SharedLibraries.of(home.runtime())) {
      image = image.file(library.toString(), library);
    }
    return image;
  }

  /** Without a line of its own a user has no name, and Java says "?" for its home. */
  private static Path accounts(Path file) throws IOException {
    return Files.writeString(file, "longshore:x:%1$s:%1$s::/tmp:/\n".formatted(USER));
  }
}
