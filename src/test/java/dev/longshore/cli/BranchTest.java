package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BranchTest {
  private static final Branch TREE =
      new Branch(
          "service web",
          List.of(
              new Branch("deployment 1", List.of(Branch.leaf("task a"), Branch.leaf("task b"))),
              new Branch("events", List.of(Branch.leaf("steady")))));

  @Test
  void aTerminalGetsStrokes() {
    assertThat(String.join("\n", TREE.lines(Branch.Strokes.UNICODE)))
        .isEqualTo(
            """
            service web
            ├─ deployment 1
            │  ├─ task a
            │  └─ task b
            └─ events
               └─ steady""");
  }

  @Test
  void aPipeGetsPlainCharacters() {
    assertThat(String.join("\n", TREE.lines(Branch.Strokes.ASCII)))
        .isEqualTo(
            """
            service web
            |-- deployment 1
            |   |-- task a
            |   `-- task b
            `-- events
                `-- steady""");
  }
}
