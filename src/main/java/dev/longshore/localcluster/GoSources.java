package dev.longshore.localcluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The Go modules under {@code deploy/local-cluster}, carried in the jar so that it is enough. */
final class GoSources {
  private static final int HASH_LENGTH = 16;
  private static final List<String> FILES =
      List.of(
          "controlplane/go.mod",
          "controlplane/go.sum",
          "controlplane/main.go",
          "controlplane/pki.go",
          "kwok/go.mod",
          "kwok/go.sum",
          "kwok/main.go",
          "node/go.mod",
          "node/go.sum",
          "node/main.go",
          "node/pause/main.go");

  private GoSources() {}

  /** Changes when any of the sources does; names the directory of the built programs. */
  static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      FILES.forEach(file -> digest.update(content(file)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void extract(Path target) throws IOException {
    for (String file : FILES) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.write(copy, content(file));
    }
  }

  private static byte[] content(String file) {
    String resource = "/local-cluster/" + file;
    try (InputStream in = GoSources.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
