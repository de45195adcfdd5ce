package dev.longshore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of the project: what git keeps, and what it would keep. */
final class Repository {
  private Repository() {}

  static Stream<Path> files() throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard").start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(Path::of)
        .filter(Files::isRegularFile);
  }
}
