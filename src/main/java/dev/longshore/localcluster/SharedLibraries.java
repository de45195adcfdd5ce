package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the machine's C library that programs need, by the paths their loader looks at. */
final class SharedLibraries {
  /** A line of ldd: {@code libc.so.6 => /lib/…/libc.so.6 (0x…)}, or the loader's path alone. */
  private static final Pattern PATH =
      Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x", Pattern.MULTILINE);

  private SharedLibraries() {}

  /** Those of all programs and libraries below the directory, without what is in it. */
  static SortedSet<Path> of(Path directory) throws IOException {
    SortedSet<Path> needed = new TreeSet<>();
    for (Path binary : binaries(directory)) {
      PATH.matcher(Shell.require(List.of("ldd", binary.toString())))
          .results()
          .map(SharedLibraries::path)
          .filter(library -> !library.startsWith(directory))
          .forEach(needed::add);
    }
    if (needed.isEmpty()) {
      throw new LocalClusterException("ldd names no library that " + directory + " needs");
    }
    return needed;
  }

  private static Path path(MatchResult line) {
    return Path.of(line.group(1)).normalize();
  }

  private static List<Path> binaries(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(SharedLibraries::binary).toList();
    }
  }

  private static boolean binary(Path file) {
    return file.toString().endsWith(".so") || Files.isExecutable(file);
  }
}
