package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table =
        new Table(
            List.of("serviceName", "status"),
            List.of(List.of("web", "ACTIVE"), List.of("a-much-longer-name", "DRAINING")));

    assertThat(String.join("\n", table.lines()))
        .isEqualTo(
            """
            serviceName          status
            web                  ACTIVE
            a-much-longer-name   DRAINING""");
  }
}
