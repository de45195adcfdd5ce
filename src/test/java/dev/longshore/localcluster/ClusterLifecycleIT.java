package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealCluster;
import dev.longshore.testing.TestCache;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ClusterLifecycleIT {
  // The neighbour: it must not notice what happens beside it.
  @RegisterExtension static final RealCluster NEIGHBOUR = new RealCluster();

  @TempDir Path temporary;

  @AfterEach
  void leaveNothing() {
    cluster().down();
  }

  @Test
  void comesAndGoesBesideAnother() {
    // Given a second cluster beside the first
    ClusterReport report = cluster().up();
    assertThat(report.running()).isTrue();
    assertThat(report.parts()).hasSize(6).allMatch(part -> part.endsWith(" running"));

    // When it is started again, nothing happens
    List<Long> before = processes();
    cluster().up();
    assertThat(processes()).isEqualTo(before);

    // And when it is removed, neither process nor file is left, and the other still answers
    cluster().down();
    assertThat(processes()).isEmpty();
    assertThat(directory()).doesNotExist();
    assertThat(NEIGHBOUR.client().nodes().list().getItems()).hasSize(4);
  }

  @Test
  void removesWhatAnInterruptedStartLeftBehind() {
    // Given a start that died after it had begun some processes
    ClusterDirectory files = new ClusterDirectory(directory());
    ClusterState state =
        ClusterState.fresh("c0ffee", EngineKind.BINARIES, options(), Ports.reserve());
    files.save(state);
    new Processes(files)
        .start(new Component(ControlPlane.ETCD, List.of("sh", "-c", "sleep 600 # " + directory())));
    assertThat(Waiting.until(java.time.Duration.ofSeconds(5), () -> !processes().isEmpty()))
        .isTrue();

    // When the cluster is removed
    cluster().down();

    // Then nothing is left
    assertThat(processes()).isEmpty();
    assertThat(directory()).doesNotExist();
  }

  /** By command line, not by our own records: those could be what is wrong. */
  private List<Long> processes() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> pid != ProcessHandle.current().pid())
        .filter(pid -> ProcessRecord.commandLine(pid).contains(directory().toString()))
        .sorted()
        .toList();
  }

  private LocalCluster cluster() {
    return new LocalCluster(options(), System.err::println);
  }

  private ClusterOptions options() {
    // An audit log is what k3s does not give: so this is about our own processes everywhere.
    return ClusterOptions.in(directory(), TestCache.directory()).withAudit();
  }

  private Path directory() {
    return temporary.resolve("second");
  }
}
