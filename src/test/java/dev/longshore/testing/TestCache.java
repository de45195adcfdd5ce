package dev.longshore.testing;

import java.nio.file.Path;
import java.util.Map;

/** Tests share the built programs with the command line, so that they are built once. */
public final class TestCache {
  private TestCache() {}

  public static Path directory() {
    Map<String, String> environment = System.getenv();
    String home = System.getProperty("user.home");
    return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache"), "longshore");
  }
}
