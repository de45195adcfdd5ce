package dev.longshore.localcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A container image put together from files of this machine, for nodes that reach no registry.
 * Immutable: each step gives a new image.
 */
public final class OciImage {
  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private final String name;
  private final Map<String, ImageEntry> entries;
  private final ImageConfig config;

  private OciImage(String name, Map<String, ImageEntry> entries, ImageConfig config) {
    this.name = name;
    this.entries = entries;
    this.config = config;
  }

  /**
   * @param name with tag, for example {@code localhost/web:1}
   */
  public static OciImage named(String name) {
    OciImage empty = new OciImage(name, Map.of(), ImageConfig.EMPTY);
    return empty
        .with(new ImageEntry.Directory("tmp", 01777))
        .with(new ImageEntry.Directory("etc", EXECUTABLE));
  }

  public String name() {
    return name;
  }

  public OciImage file(String path, Path source) {
    return with(new ImageEntry.File(relative(path), source, mode(source)));
  }

  public OciImage link(String path, String target) {
    return with(new ImageEntry.Link(relative(path), target));
  }

  /** A directory with everything below it; symbolic links stay links. */
  public OciImage tree(String path, Path source) {
    Map<String, ImageEntry> added = new LinkedHashMap<>(entries);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        String target = (relative(path) + "/" + source.relativize(file)).replaceAll("/+$", "");
        added.put(target, entry(target, file));
      }
    } catch (IOException e) {
      throw new LocalClusterException("Cannot read " + source + ": " + e.getMessage(), e);
    }
    return new OciImage(name, added, config);
  }

  public OciImage entrypoint(String... command) {
    return new OciImage(name, entries, config.withEntrypoint(List.of(command)));
  }

  public OciImage env(String variable, String value) {
    return new OciImage(name, entries, config.withEnv(variable, value));
  }

  /** Numeric, as Pod Security's restricted profile wants it. */
  public OciImage user(String user) {
    return new OciImage(name, entries, config.withUser(user));
  }

  /**
   * An OCI layout in one tar file, as {@code ctr images import} and {@code docker load} read it.
   */
  public void writeTo(Path tar) {
    try {
      new OciLayout(name, withParents(), config).writeTo(tar);
    } catch (IOException e) {
      throw new LocalClusterException("Cannot write image " + name + ": " + e.getMessage(), e);
    }
  }

  private OciImage with(ImageEntry entry) {
    Map<String, ImageEntry> added = new LinkedHashMap<>(entries);
    added.put(entry.path(), entry);
    return new OciImage(name, added, config);
  }

  /** Sorted, so that parents come before their children and equal images have equal bytes. */
  private List<ImageEntry> withParents() {
    Map<String, ImageEntry> all = new TreeMap<>(entries);
    for (String path : entries.keySet()) {
      for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
        String parent = path.substring(0, at);
        all.putIfAbsent(parent, new ImageEntry.Directory(parent, EXECUTABLE));
      }
    }
    return List.copyOf(all.values());
  }

  private static ImageEntry entry(String target, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return new ImageEntry.Link(target, Files.readSymbolicLink(file).toString());
    }
    return Files.isDirectory(file)
        ? new ImageEntry.Directory(target, EXECUTABLE)
        : new ImageEntry.File(target, file, mode(file));
  }

  private static int mode(Path source) {
    return Files.isExecutable(source) ? EXECUTABLE : PLAIN;
  }

  private static String relative(String path) {
    return path.replaceAll("^/+", "");
  }
}
