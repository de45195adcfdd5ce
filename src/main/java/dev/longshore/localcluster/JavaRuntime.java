package dev.longshore.localcluster;

import java.nio.file.Path;
import java.util.List;

/** The part of this machine's JDK that the operator runs on. */
final class JavaRuntime {
  /**
   * What jdeps finds in the jars, without java.desktop and java.compiler: libraries name them for
   * uses that we have none of, and their images of fonts and screens would double the size.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.xml",
          "jdk.httpserver",
          "jdk.management",
          "jdk.unsupported");

  private JavaRuntime() {}

  /** Links it into a directory that does not exist yet. */
  static Path link(Path directory) {
    Shell.require(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--add-modules=" + String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output=" + directory));
    return directory;
  }
}
