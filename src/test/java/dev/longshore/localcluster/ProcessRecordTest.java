package dev.longshore.localcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {
  private static final String REST = " S 1 2 2 0 -1 4 1 0 0 0 0 0 0 0 20 0 1 0 4711 2 3 4";

  @ParameterizedTest
  @ValueSource(strings = {"(sh)", "(a b)", "(odd) name)"})
  void readsIdAndStartWhateverTheCommandIsCalled(String name) {
    assertThat(ProcessRecord.parse("42 " + name + REST)).contains(new ProcessRecord(42, 4711));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "42 (sh) S 1"})
  void takesATornRecordForNone(String stat) {
    assertThat(ProcessRecord.parse(stat)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void takesAReusedIdForAnotherProcess() throws IOException {
    // Given our own process, and one that had the same id at another time
    String stat = Files.readString(Path.of("/proc/self/stat"));
    ProcessRecord self = ProcessRecord.parse(stat).orElseThrow();
    ProcessRecord former = new ProcessRecord(self.pid(), self.startTicks() - 1);

    // Then only ours lives, and only for whom its command line names
    assertThat(self.alive(Path.of("java"))).isTrue();
    assertThat(self.alive(Path.of("/no/cluster"))).isFalse();
    assertThat(former.alive(Path.of("java"))).isFalse();
  }
}
