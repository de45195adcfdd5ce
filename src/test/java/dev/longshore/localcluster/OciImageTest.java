package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciImageTest {
  @TempDir Path temporary;

  private Path program;

  @BeforeEach
  void program() throws Exception {
    program = Files.writeString(temporary.resolve("program"), "#!/bin/sh\n");
  }

  @Test
  void holdsWhatALayoutMust() {
    List<String> names = list(write(image()));

    assertThat(names).contains("oci-layout", "index.json");
    assertThat(names).filteredOn(name -> name.startsWith("blobs/sha256/")).hasSize(3);
  }

  @Test
  void hasTheSameBytesForTheSameContents() throws Exception {
    assertThat(Files.readAllBytes(write(image()))).isEqualTo(Files.readAllBytes(write(image())));
  }

  @Test
  void keepsPathsThatAreLongerThanTheOldFormatAllows() {
    // Given a path of more than a hundred characters
    String path = "/opt/" + "directory/".repeat(12) + "file";

    // Then writing it does not shorten it silently: a layer with it differs from one without
    assertThat(write(image().file(path, program))).isNotEmptyFile();
    assertThat(list(layer(image().file(path, program)))).contains(path.substring(1));
  }

  private OciImage image() {
    return OciImage.named("localhost/test:1")
        .file("/usr/bin/program", program)
        .link("/bin/program", "../usr/bin/program")
        .env("A", "1")
        .user("65532")
        .entrypoint("/bin/program");
  }

  private Path write(OciImage image) {
    try {
      Path tar = Files.createTempFile(temporary, "image", ".tar");
      image.writeTo(tar);
      return tar;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The biggest blob of the image. */
  private Path layer(OciImage image) {
    String biggest =
        Shell.require(
            List.of(
                "sh",
                "-c",
                "cd \"$1\" && mkdir -p x && tar -xf \"$0\" -C x && ls -S x/blobs/sha256 | head -1",
                write(image).toString(),
                temporary.toString()));
    return temporary.resolve("x/blobs/sha256").resolve(biggest.strip());
  }

  /** As the machine's own tar reads it. */
  private static List<String> list(Path tar) {
    return Shell.require(List.of("tar", "-tf", tar.toString())).lines().toList();
  }
}
