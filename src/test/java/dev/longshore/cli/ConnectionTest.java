package dev.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
  private static final String NOBODY_LISTENS =
      """
      apiVersion: v1
      kind: Config
      current-context: lab
      contexts: [{name: lab, context: {cluster: lab, user: lab, namespace: shop}}]
      clusters: [{name: lab, cluster: {server: "http://127.0.0.1:1"}}]
      users: [{name: lab, user: {}}]
      """;

  @TempDir Path directory;

  @Test
  void aClusterThatDoesNotAnswerIsNamedWithItsFileAndContext() throws IOException {
    Path file = Files.writeString(directory.resolve("config"), NOBODY_LISTENS);
    Connection connection = new Connection();
    connection.kubeconfig.file = file;

    assertThatThrownBy(connection::client)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.getExitCode()).isEqualTo(3))
        .hasMessageStartingWith("No cluster answers at http://127.0.0.1:1")
        .hasMessageContaining("(kubeconfig %s, context lab): ", file);
  }

  @Test
  void aContextThatTheFileDoesNotHaveIsNotGuessed() throws IOException {
    Connection connection = new Connection();
    connection.kubeconfig.file = Files.writeString(directory.resolve("config"), NOBODY_LISTENS);
    connection.kubeconfig.context = "prod";

    assertThatThrownBy(connection::client)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.getExitCode()).isEqualTo(3))
        .hasMessageContaining("has no context prod; it has lab.");
  }

  @Test
  void aMissingFileIsNamed() {
    Connection connection = new Connection();
    connection.kubeconfig.file = directory.resolve("none");

    assertThatThrownBy(connection::namespace)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.getExitCode()).isEqualTo(3))
        .hasMessageContaining("--kubeconfig: %s cannot be read", directory.resolve("none"));
  }

  @Test
  void aNamedNamespaceNeedsNoCluster() {
    Connection connection = new Connection();
    connection.namespace = "shop";

    assertThat(connection.namespace()).isEqualTo("shop");
  }

  @Test
  void withoutAnyKubeconfigNoClusterIsGuessed() {
    String none = directory.resolve("none").toString();

    assertThatThrownBy(() -> Kubeconfig.required(List.of(none), false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no kubeconfig file " + none)
        .hasMessageContaining("longshore cluster up");
    assertThatCode(() -> Kubeconfig.required(List.of(none), true)).doesNotThrowAnyException();
  }
}
