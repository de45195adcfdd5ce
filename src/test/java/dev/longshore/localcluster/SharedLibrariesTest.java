package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On the libraries of the JDK that runs the test. */
@EnabledOnOs(OS.LINUX)
class SharedLibrariesTest {
  private static final Path LIBRARIES = Path.of(System.getProperty("java.home"), "lib");

  @TempDir Path folder;

  @Test
  void theCLibraryAndItsLoaderAreNeededByTheirFullPaths() throws Exception {
    assertThat(SharedLibraries.of(LIBRARIES.resolve("server")))
        .allSatisfy(library -> assertThat(library).isAbsolute().isRegularFile())
        .extracting(library -> library.getFileName().toString())
        .contains("libc.so.6")
        .anyMatch(name -> name.startsWith("ld-"))
        .doesNotContain("libjvm.so");
  }

  @Test
  void aLibraryThatIsNowhereIsNamed() throws Exception {
    // Given a library of the JDK without the one it needs
    Path alone = folder.resolve("libnet.so");
    Files.copy(LIBRARIES.resolve("libnet.so"), alone);

    assertThatThrownBy(() -> SharedLibraries.of(folder))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining("libnet.so needs libj")
        .hasMessageEndingWith("which this machine does not have; install it");
  }
}
