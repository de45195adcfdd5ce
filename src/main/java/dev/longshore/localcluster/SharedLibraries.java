package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the machine's C library that programs need, by the paths their loader looks at. */
final class SharedLibraries {
  /** A line of ldd: {@code libc.so.6 => /lib/…/libc.so.6 (0x…)}, or the loader's path alone. */
  private static final Pattern FOUND =
      Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x", Pattern.MULTILINE);

  private static final Pattern MISSING =
      Pattern.compile("^\\s+(\\S+) => not found", Pattern.MULTILINE);

  private SharedLibraries() {}

  /** Those of all programs and libraries below the directory, without what is in it. */
  static SortedSet<Path> of(Path directory) throws IOException {
    List<Path> binaries = binaries(directory);
    SortedSet<Path> needed = new TreeSet<>();
    for (Path binary : binaries) {
      String answer = Shell.require(List.of("ldd", binary.toString()));
      refuseMissing(binary, answer, binaries);
      FOUND
          .matcher(answer)
          .results()
          .map(line -> Path.of(line.group(1)).normalize())
          .filter(library -> !library.startsWith(directory))
          .forEach(needed::add);
    }
    return needed;
  }

  /** What the runtime loads by itself, such as libjvm.so, ldd does not find. */
  private static void refuseMissing(Path binary, String answer, List<Path> binaries) {
    MISSING
        .matcher(answer)
        .results()
        .map(line -> line.group(1))
        .filter(name -> binaries.stream().noneMatch(it -> it.endsWith(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw new LocalClusterException(
                  binary + " needs " + name + ", which this machine does not have; install it");
            });
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
