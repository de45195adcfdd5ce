package dev.longshore.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file for {@code kubectl apply} is the chart's own output with a namespace before it. */
class InstallYamlTest {
  private static final Path INSTALL = Path.of("deploy/install.yaml");
  private static final String HEAD =
      """
      # Rendered from helm/longshore. Rewrite with: make generate
      # Large definitions: kubectl apply --server-side -f install.yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: %s
        labels:
          pod-security.kubernetes.io/enforce: restricted
      """
          .formatted(Charts.NAMESPACE);

  @Test
  void isTheRenderedChart() throws IOException {
    String rendered = HEAD + Charts.render(Map.of());
    if (Boolean.getBoolean("longshore.regenerate")) {
      Files.writeString(INSTALL, rendered);
    }

    assertThat(INSTALL).content().isEqualTo(rendered);
  }
}
