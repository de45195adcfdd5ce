package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterDirectoryTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @EnumSource(NodeKind.class)
  void givesBackTheStateThatWasSaved(NodeKind nodes) {
    // Given a saved state
    ClusterDirectory directory = new ClusterDirectory(temporary.resolve("cluster"));
    ClusterOptions options = ClusterOptions.in(directory.root(), temporary).withNodes(nodes);
    ClusterState state =
        ClusterState.fresh("abc123", EngineKind.BINARIES, options, Ports.reserve()).asReady();
    directory.save(state);

    // Then a later process reads the same, and deleting leaves nothing
    assertThat(directory.state()).contains(state);
    directory.delete();
    assertThat(directory.root()).doesNotExist();
    assertThat(directory.state()).isEmpty();
  }

  @Test
  void reservesADifferentPortForEachPurpose() {
    Ports ports = Ports.reserve();

    assertThat(ports.numbers()).hasSize(Port.values().length);
    assertThat(new HashSet<>(ports.numbers().values())).hasSize(Port.values().length);
  }

  @Test
  void leavesADirectoryAloneThatHoldsNoCluster() throws Exception {
    // Given a directory with somebody's file
    Path file = Files.writeString(temporary.resolve("letter.txt"), "dear");

    // When a cluster is removed there
    new LocalCluster(ClusterOptions.in(temporary, temporary), line -> {}).down();

    // Then the file is still there
    assertThat(file).exists();
  }
}
